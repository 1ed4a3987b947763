/** German texts of the ways into a cluster. */
export const accessMessages = {
  'kubeconfig.download': 'Kubeconfig herunterladen',
  'kubeconfig.oidc': 'Für Sie selbst',
  'kubeconfig.admin': 'Für Administratoren',
  'kubeconfig.own': 'Meldet Sie über Palette an.',
  'kubeconfig.downloading': 'Kubeconfig wird heruntergeladen…',
  'kubeconfig.done': '{{fileName}} ist heruntergeladen.',
  'kubeconfig.shared':
    'Wer diese Datei hat, hat denselben Zugriff auf den Cluster. Halten Sie sie geheim.',
  'kubeconfig.notAllowed': 'Sie dürfen die Kubeconfig nicht herunterladen.',
  'kubeconfig.none': 'Palette hat noch keine Kubeconfig dieses Clusters.',
  'kubeconfig.noneAnyMore':
    'Der Cluster wird gelöscht, seine Kubeconfig gibt es nicht mehr.',
  'kubeconfig.noneOfOwn':
    'Es gibt keine, die Sie anmeldet: OIDC ist im Kubernetes-Pack des Clusters nicht eingerichtet.',
  'kubeconfig.failed': 'Das Herunterladen ist fehlgeschlagen: {{reason}}',
  'kubeconfig.directly': 'Ohne den Proxy von Palette',
  'kubeconfig.direct':
    'Meldet ebenfalls Sie an, führt aber zum Cluster selbst, den Ihr Rechner erreichen muss.',
  'access.title': 'Mit kubectl anmelden',
  'access.issuer': 'OpenID-Anbieter',
  'access.clientId': 'Client',
  'access.line': 'Der Befehl',
  'access.hint':
    'Er braucht das kubectl-Plugin oidc-login und gibt ein Token aus, das der Cluster annimmt. Die Kubeconfig „Für Sie selbst“ führt dasselbe von allein aus, mit dem Geheimnis des Clients, wenn es eines gibt.',
  'access.roles': 'Wer was darf, wie Palette es einrichtet',
  'access.noRoles': 'Palette richtet in diesem Cluster keine Rollen ein.',
  'access.who': 'Wer',
  'access.role': 'Rolle',
  'access.hidden': 'jemand, den Sie nicht sehen dürfen',
  'access.allNamespaces': 'alle',
  'access.problems': 'Nicht eingerichtet, weil',
  'access.namespaces': 'Namespaces, wie Palette sie einrichtet',
  'access.noNamespaces':
    'Palette richtet in diesem Cluster keine Namespaces ein.',
  'access.pattern': 'alle, auf die {{pattern}} passt',
  'access.unlimited': 'unbegrenzt',
  'access.maxCores': 'Kerne höchstens',
  'access.maxGib': 'Speicher höchstens (GiB)',
  'access.maxGpus': 'GPUs höchstens',
  'access.kind.User': 'Benutzer',
  'access.kind.Group': 'Gruppe',
  'access.kind.ServiceAccount': 'Dienstkonto',
  'importing.title': 'Import dieses Clusters',
  'importing.hint':
    'Der Cluster tritt Palette bei, sobald sein Import-Manifest auf ihn angewandt ist.',
  'importing.show': 'Import-Manifest zeigen',
  'importing.secret':
    'Wer das hat, kann einen anderen Cluster an Stelle von diesem beitreten lassen. Halten Sie es geheim.',
  'importing.save': 'Manifest speichern',
  'importing.apply': 'Wenden Sie es auf den Cluster an, wo die Datei liegt:',
  'importing.command': 'Der Befehl',
  'importing.orCommand': 'Oder mit dem Befehl, den Palette nennt:',
  'importing.paletteCommand': 'Befehl von Palette',
  'importing.manifest': 'Import-Manifest',
  'kubernetesAccess.title': 'Ihr Zugang zu Kubernetes',
  'kubernetesAccess.unknown':
    'Das lässt sich gerade nicht sagen; versuchen Sie es später noch einmal.',
  'kubernetesAccess.user': 'Sie sind',
  'kubernetesAccess.groups': 'In den Gruppen',
  'kubernetesAccess.tokenUntil': 'Ihr Token läuft ab',
  'kubernetesAccess.mayDo': 'Erlaubt in {{namespace}}',
  'kubernetesAccess.nothingAllowed':
    'Nichts: Der Cluster hat im Namespace {{namespace}} keine Rolle für Sie. Bitten Sie seine Administratoren um eine, für Ihre E-Mail-Adresse oder eine Ihrer Gruppen.',
  'kubernetesAccess.everything': 'Alles',
  'kubernetesAccess.allResources': 'alle Ressourcen',
  'kubernetesAccess.allResourcesOf': 'alle Ressourcen von {{groups}}',
  'kubernetesAccess.allVerbs': 'alle Aktionen',
  'kubernetesAccess.cluster': 'Welcher Cluster',
  'kubernetesAccess.noClusters': 'Sie dürfen keinen Cluster von Palette sehen.',
  'kubernetesAccess.needsNamespace':
    'Der Cluster verweigert (403), wonach ein Kubernetes-Tab fragt: Die Entität nennt keinen Namespace, also wird nach dem ganzen Cluster gefragt, in dem Sie keine Rolle haben. Nennen Sie den Namespace in der Entität, mit der Annotation backstage.io/kubernetes-namespace.',
  'kubernetesAccess.mayNotList':
    'Der Cluster verweigert (403) die Pods des Namespace {{namespace}}. Bitten Sie seine Administratoren um eine Rolle dort, für Ihre E-Mail-Adresse oder eine Ihrer Gruppen.',
  'kubernetesAccess.namespaceHint':
    'Eine Entität nennt ihren eigenen Namespace mit der Annotation backstage.io/kubernetes-namespace.',
  'kubernetesAccess.signedOut':
    'Sie sind bei Palette nicht angemeldet, also gibt es kein Token für den Cluster: Melden Sie sich bei Palette an.',
  'kubernetesAccess.unlisted':
    'Das Kubernetes-Plugin dieses Backstage zeigt diesen Cluster nicht: Sein API-Server erwartet einen anderen OIDC-Client, oder die Konfiguration lässt ihn aus.',
  'kubernetesAccess.gap.not-read-yet':
    'Wie der Cluster erreicht wird, wird gerade gelesen. Diese Seite sieht von selbst wieder nach.',
  'kubernetesAccess.gap.not-running':
    'Der Cluster hat zurzeit keine Kubernetes-API, weil er nicht läuft.',
  'kubernetesAccess.gap.no-kubeconfig':
    'Palette hat keine Kubeconfig für die Benutzer des Clusters: Er ist noch nicht bereit, oder OIDC ist in seinem Kubernetes-Pack nicht eingerichtet.',
  'kubernetesAccess.gap.no-oidc':
    'An diesem Cluster können sich Benutzer nicht als sie selbst anmelden: Richten Sie OIDC in seinem Kubernetes-Pack ein.',
  'kubernetesAccess.gap.behind-proxy':
    'Der Cluster wird über den Proxy von Palette erreicht; dort können sich Benutzer nicht als sie selbst anmelden.',
  'kubernetesAccess.gap.unreadable':
    'Palettes Kubeconfig dieses Clusters nennt keine https-Adresse oder kein Zertifikat.',
  'kubernetesAccess.gap.failed':
    'Palette hat nicht gesagt, wie der Cluster erreicht wird; es wird noch einmal gefragt.',
  'kubernetesAccess.refused.expired':
    'Ihr Token ist abgelaufen. Laden Sie die Seite neu; hilft das nicht, melden Sie sich bei Palette neu an.',
  'kubernetesAccess.refused.issuer':
    'Der Cluster vertraut einem anderen Aussteller: Ihr Token ist von {{issuer}}, er erwartet {{expectedIssuer}}.',
  'kubernetesAccess.refused.client':
    'Der Cluster erwartet einen anderen OIDC-Client: Ihr Token ist für {{client}}, er erwartet {{expectedClient}}.',
  'kubernetesAccess.refused.looksRight':
    'Der Cluster weist ein Token ab, das richtig aussieht: Sein API-Server erreicht den Aussteller vielleicht nicht oder vertraut ihm nicht. Den Grund finden Administratoren im Log des API-Servers, bei:',
  'kubernetesAccess.refused.forbidden':
    'Der Cluster kennt Sie, lässt Sie aber nicht fragen, was Sie dürfen.',
  'kubernetesAccess.refused.tooLong':
    'Ihr Token ist zu lang für den Weg zum Cluster: Es hat {{kb}} kB, und ab etwa 15 kB kommt es in Headern nicht durch. Es wächst mit Ihren Teams.',
  'kubernetesAccess.refused.untrusted':
    'Dem Zertifikat von {{endpoint}} wird nicht vertraut: In Palettes Kubeconfig fehlt die CA, die es signiert hat, oder es ist ein anderes. Es wird von selbst neu gelesen; sehen Sie in einer Minute noch einmal nach.',
  'kubernetesAccess.refused.unreachable':
    'Der Cluster ist von Backstage aus unter {{endpoint}} nicht zu erreichen.',
  'kubernetesAccess.refused.tooOld':
    'Das Kubernetes des Clusters ist zu alt, um zu sagen, wer Sie sind: Es braucht 1.28.',
  'kubernetesAccess.refused.noProxy':
    'Sie dürfen Cluster nicht über Backstage aufrufen: Bitten Sie dessen Administratoren um die Berechtigung kubernetes.proxy.',
  'kubernetesAccess.server.title':
    'Für den Betreiber des Clusters: was sein API-Server wissen muss',
  'kubernetesAccess.server.hints':
    'Eine geänderte Datei wirkt nach etwa zehn Sekunden. Abmelden, oder eine Palette-Sitzung zu widerrufen, lässt ihre Token an Clustern gültig, bis sie ablaufen. Die Cluster-Rollen view und edit füllt der Controller-Manager.',
  'kubernetesAccess.server.file': 'Datei von --authentication-config',
  'kubernetesAccess.server.flags': 'Dasselbe als Flags',
} as const;
