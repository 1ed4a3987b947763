/** German texts of the fleet. */
export const fleetMessages = {
  'fleet.title': 'Flotte',
  'fleet.state': 'Zustand',
  'fleet.health': 'Gesundheit',
  'fleet.kubernetes': 'Kubernetes gewünscht',
  'fleet.region': 'Regionen',
  'fleet.type': 'Verwaltet',
  'fleet.clusters': 'Cluster',
  'fleet.kinds': '{{hosts}} Hosts, {{virtual}} virtuelle',
  'fleet.others': '{{count}} weitere, mit weniger Clustern',
  'fleet.notKnown': 'Palette sagt nichts dazu.',
  'fleet.lookAt': '{{where}} von {{name}}',
  'fleet.attention': 'Braucht Aufmerksamkeit',
  'fleet.nothing': 'Nichts braucht Aufmerksamkeit.',
  'fleet.reasons': 'Gründe, und wie viele Cluster',
  'fleet.reason': '{{reason}}: {{count}}',
  'fleet.allAttention': 'Alle {{count}}, die Aufmerksamkeit brauchen',
  'fleet.lastWord': 'Letzte Meldung des Agenten:',
  'fleet.projects': 'Projekte',
  'fleet.noProjects': 'Sie sind in keinem Projekt Mitglied.',
  'fleet.noClusters': 'Keine Cluster',
  'fleet.allProjects': 'Alle {{count}} Projekte',
  'fleet.cpu': 'CPU',
  'fleet.memory': 'Speicher',
  'fleet.cores': '{{used}} von {{total}} Kernen genutzt',
  'fleet.gib': '{{used}} von {{total}} GiB genutzt',
  'fleet.cost': 'Kosten je Stunde',
  'fleet.unknown': 'nicht bekannt',
  'notifications.title': 'Mitteilungen von Palette',
  'notifications.none': 'Es gibt nichts, worum sich jemand kümmern muss.',
  'notifications.show': 'Mitteilungen zeigen',
  'notifications.ofClusters_one':
    'Palette hat zu {{count}} Cluster etwas mitzuteilen.',
  'notifications.ofClusters_other':
    'Palette hat zu {{count}} Clustern etwas mitzuteilen.',
  'notifications.more': 'Weitere zeigen ({{count}})',
  'notifications.leftOut_one':
    '{{count}} weiteres Projekt mit Mitteilungen wurde nicht gefragt: siehe die Seite seiner Cluster.',
  'notifications.leftOut_other':
    '{{count}} weitere Projekte mit Mitteilungen wurden nicht gefragt: siehe die Seiten ihrer Cluster.',
  'notifications.seen': 'von jemandem gesehen',
  'notifications.action.NotifyActionPacksUpdate':
    'Packs können aktualisiert werden',
  'notifications.action.NotifyActionClusterProfileUpdate':
    'Ein Profil kann aktualisiert werden',
  'notifications.action.NotifyActionPackRegistryUpdate':
    'Eine Registry hat sich geändert',
  'notifications.action.NotifyActionClusterUpdate':
    'Der Cluster kann aktualisiert werden',
  'notifications.action.other': 'Mitteilung',
  'fleet.openInPalette': 'In Palette öffnen: {{name}}',
  'fleet.act': 'Handeln…',
  'fleet.actOn': '{{what}}: bei {{name}} handeln',
} as const;
