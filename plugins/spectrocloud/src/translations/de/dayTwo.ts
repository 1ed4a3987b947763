/** German texts of what is done to a cluster. */
export const dayTwoMessages = {
  'dayTwo.actions': 'Aktionen',
  'dayTwo.menu.profiles': 'Updates und Profilversionen…',
  'dayTwo.menu.variables': 'Variablen…',
  'dayTwo.menu.scale': 'Größe der Knotenpools…',
  'dayTwo.hint.inConsole':
    'In der Konsole von Palette, bei dieser Art Cluster.',
  'dayTwo.taken.scale': 'Palette hat die Größe des Pools angenommen.',
  'dayTwo.scaleTitle': 'Knotenpools von {{name}}',
  'dayTwo.pool': 'Knotenpool',
  'dayTwo.noPools': 'Palette nennt keine Knotenpools.',
  'dayTwo.sizes.size': 'Knoten',
  'dayTwo.sizes.minSize': 'Wenigste Knoten',
  'dayTwo.sizes.maxSize': 'Meiste Knoten',
  'dayTwo.sizes.wholeNumber': 'Muss eine ganze Zahl sein.',
  'dayTwo.sizes.outside':
    'Muss zwischen den wenigsten und den meisten Knoten liegen.',
  'dayTwo.menu.repave': 'Austausch der Knoten…',
  'dayTwo.menu.pause': 'Pausieren…',
  'dayTwo.menu.resume': 'Fortsetzen…',
  'dayTwo.menu.logs': 'Logs herunterladen…',
  'dayTwo.menu.metadata': 'Name und Tags…',
  'dayTwo.menu.delete': 'Löschen…',
  'dayTwo.menu.forceDelete': 'Mit Gewalt löschen…',
  'dayTwo.hint.notAllowed': 'Dazu fehlt Ihnen in Backstage die Berechtigung.',
  'dayTwo.hint.notByPalette': 'Ihre Rolle bei Palette erlaubt es nicht.',
  'dayTwo.hint.notRunning': 'Sobald der Cluster läuft.',
  'dayTwo.hint.notDeleting': 'Nur für einen Cluster, dessen Löschung stockt.',
  'dayTwo.hint.going': 'Der Cluster wird gelöscht.',
  'dayTwo.taken.profiles': 'Palette hat die Änderung der Profile angenommen.',
  'dayTwo.taken.variables': 'Palette hat die neuen Werte angenommen.',
  'dayTwo.taken.repave': 'Der Austausch der Knoten ist freigegeben.',
  'dayTwo.taken.pause': 'Palette pausiert den Cluster.',
  'dayTwo.taken.resume': 'Palette setzt den Cluster fort.',
  'dayTwo.taken.logs': 'Die Logs sind gespeichert.',
  'dayTwo.taken.metadata': 'Palette hat Name und Tags angenommen.',
  'dayTwo.taken.delete': 'Palette löscht den Cluster.',
  'dayTwo.taken.forceDelete': 'Palette hat den Cluster vergessen.',
  'dayTwo.reason': 'Begründung',
  'dayTwo.reasonHint': 'Wird im Audit-Log von Backstage aufbewahrt.',
  'dayTwo.cancel': 'Abbrechen',
  'dayTwo.save': 'Speichern',
  'dayTwo.apply': 'Anwenden',
  'dayTwo.refused': 'Palette nimmt das nicht an:',
  'dayTwo.finding': '{{field}}: {{message}}',
  'dayTwo.failed.declined':
    'Sie sind bei Palette nicht angemeldet, darum wurde nichts geändert.',
  'dayTwo.failed.forbidden':
    'Das dürfen Sie nicht: Backstage oder Ihre Rolle bei Palette erlaubt es nicht. Es wurde nichts geändert.',
  'dayTwo.failed.notFound':
    'Den Cluster gibt es nicht mehr, oder Sie dürfen ihn nicht sehen.',
  'dayTwo.failed.invalid':
    'Das wurde nicht angenommen, und es wurde nichts geändert:',
  'dayTwo.failed.busy':
    'Palette bittet um weniger Anfragen, und es wurde nichts geändert. Versuchen Sie es gleich noch einmal.',
  'dayTwo.failed.outage':
    'Backstage oder Palette dahinter ist gerade gestört. Sehen Sie nach dem Cluster, bevor Sie es noch einmal versuchen.',
  'dayTwo.failed.unavailable':
    'Palette ist gescheitert oder hat zu lange gebraucht. Vielleicht hat es die Änderung trotzdem gemacht: Sehen Sie nach dem Cluster, bevor Sie es noch einmal versuchen.',
  'dayTwo.failed.network':
    'Backstage ist nicht erreichbar. Sehen Sie nach dem Cluster, bevor Sie es noch einmal versuchen.',
  'dayTwo.failed.unknown':
    'Etwas ist schiefgegangen. Sehen Sie nach dem Cluster, bevor Sie es noch einmal versuchen.',
  'dayTwo.deleteTitle': '{{name}} löschen?',
  'dayTwo.delete': 'Löschen',
  'dayTwo.deleteText':
    'Palette löscht den Cluster mit allen Maschinen, Platten und allem, was darauf läuft. Das lässt sich nicht rückgängig machen.',
  'dayTwo.deleteVirtualText':
    'Palette löscht den virtuellen Cluster mit allem, was darauf läuft. Das lässt sich nicht rückgängig machen.',
  'dayTwo.typeName': 'Zum Bestätigen {{name}} eingeben',
  'dayTwo.forceDeleteTitle': '{{name}} mit Gewalt löschen?',
  'dayTwo.forceDelete': 'Mit Gewalt löschen',
  'dayTwo.forceWarning':
    'Mit Gewalt vergisst Palette den Cluster, ohne auf seine Cloud zu warten. Maschinen, Platten, Netze und Lastverteiler bleiben dort womöglich und kosten, bis jemand sie von Hand entfernt.',
  'dayTwo.pauseTitle': '{{name}} pausieren?',
  'dayTwo.pause': 'Pausieren',
  'dayTwo.pauseText':
    'Der virtuelle Cluster und was auf ihm läuft halten an und brauchen weder CPU noch Speicher, bis er fortgesetzt wird.',
  'dayTwo.resumeTitle': '{{name}} fortsetzen?',
  'dayTwo.resume': 'Fortsetzen',
  'dayTwo.resumeText':
    'Der virtuelle Cluster und was auf ihm läuft starten wieder.',
  'dayTwo.metadataTitle': 'Name und Tags von {{name}}',
  'dayTwo.name': 'Name',
  'dayTwo.nameHint': 'Kleinbuchstaben, Ziffern und „-“, ein Buchstabe zuerst.',
  'dayTwo.tags': 'Tags',
  'dayTwo.tagsHint': 'Je Zeile eines: ein Wort, oder Name:Wert.',
  'dayTwo.repaveTitle': 'Knoten von {{name}} austauschen?',
  'dayTwo.approve': 'Freigeben',
  'dayTwo.repaveText':
    'Palette wartet auf eine Freigabe, um die Knoten auszutauschen, einen nach dem anderen. Was auf ihnen läuft, zieht um.',
  'dayTwo.repaveBack':
    'Palette lässt sich das nicht verbieten. Um es abzulehnen, nehmen Sie zurück, was es auslöst: Wählen Sie die frühere Version des Profils.',
  'dayTwo.takeBack': 'Zurücknehmen…',
  'dayTwo.noRepave': 'Kein Austausch von Knoten wartet auf eine Freigabe.',
  'dayTwo.profilesTitle': 'Profile von {{name}}',
  'dayTwo.profilesText':
    'Wählen Sie, welche Version jedes Profil haben soll. Vorgeschlagen sind die Updates, die Palette hat.',
  'dayTwo.version.current': 'wie es ist',
  'dayTwo.version.newest': 'Update',
  'dayTwo.version.former': 'frühere Version',
  'dayTwo.takeBackText':
    'Der Austausch der Knoten wird durch die frühere Version des Profils zurückgenommen. Sie ist schon gewählt, wo die Gründe des Austauschs sagen, welche es war.',
  'dayTwo.noFormer':
    'Welche Version es war, sagen die Gründe nicht: Wählen Sie sie selbst.',
  'dayTwo.attach.title': 'Profil hinzufügen…',
  'dayTwo.attach.profile': 'Weiteres Profil',
  'dayTwo.attach.choose': 'Keines',
  'dayTwo.attach.none':
    'Es gibt kein weiteres Add-on-Profil für diesen Cluster.',
  'dayTwo.remove.title': '{{name}} von {{cluster}} entfernen?',
  'dayTwo.remove.confirm': 'Entfernen',
  'dayTwo.remove.text':
    'Palette entfernt das Profil und alles, was seine Packs in den Cluster gebracht haben, auch deren Daten.',
  'dayTwo.remove.of': '{{name}} entfernen…',
  'dayTwo.newerPacks': 'Neuere Packs dieser Version – Update',
  'dayTwo.unknownVersion': 'Version unbekannt',
  'dayTwo.noChange': 'Jedes Profil bleibt, wie es ist.',
  'dayTwo.checking': 'Palette prüft es…',
  'dayTwo.unchecked': 'Was das bewirken würde, ließ sich nicht prüfen.',
  'dayTwo.willRepave':
    'Knoten werden ausgetauscht, sobald das freigegeben ist:',
  'dayTwo.willNotRepave': 'Es werden keine Knoten ausgetauscht.',
  'dayTwo.mayRepave': 'Palette sagt nicht, ob Knoten ausgetauscht werden.',
  'dayTwo.logs.title': 'Logs von {{name}}',
  'dayTwo.logs.text':
    'Ein Agent im Cluster sammelt dessen Logs und schickt sie an Palette, was einige Minuten dauern kann; dann werden sie als Datei gespeichert. Sie können Geheimnisse enthalten: Behalten Sie die Datei für sich.',
  'dayTwo.logs.lines': 'Letzte Zeilen jedes Logs',
  'dayTwo.logs.namespaces': 'Namensräume',
  'dayTwo.logs.namespacesHint': 'Leer lassen für die, die Palette auswählt.',
  'dayTwo.logs.ask': 'Sammeln und speichern',
  'dayTwo.logs.close': 'Schließen',
  'dayTwo.logs.ordering': 'Palette wird um die Logs gebeten…',
  'dayTwo.logs.collecting':
    'Der Cluster sammelt seine Logs… Die Datei wird gespeichert, sobald sie da sind; dieser Dialog muss offen bleiben.',
  'dayTwo.logs.loading': 'Die Logs werden heruntergeladen…',
  'dayTwo.logs.done': 'Gespeichert als {{fileName}}.',
  'dayTwo.logs.gaveUp':
    'Nach zehn Minuten hat der Cluster keine Logs geschickt. Vielleicht erreicht sein Agent Palette nicht: Sehen Sie nach seiner Gesundheit, und versuchen Sie es später noch einmal.',
  'dayTwo.logs.notCollected':
    'Palette sagt, dass sich die Logs nicht sammeln ließen.',
  'dayTwo.logs.failed':
    'Backstage oder Palette ist inzwischen ausgefallen. Versuchen Sie es gleich noch einmal.',
  'dayTwo.variablesTitle': 'Variablen von {{name}}',
  'dayTwo.noVariables': 'Die Profile dieses Clusters haben keine Variablen.',
  'dayTwo.secretHint': 'Ein Geheimnis: leer lassen, um es zu behalten.',
  'dayTwo.immutable': 'Lässt sich nicht mehr ändern.',
  'dayTwo.pattern': 'Muss zu {{pattern}} passen',
} as const;
