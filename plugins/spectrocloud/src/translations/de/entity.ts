/** German texts of the cards and tabs of entities. */
export const entityMessages = {
  'entity.cluster': 'Palette-Cluster',
  'entity.virtualCluster': 'Virtueller Palette-Cluster',
  'entity.profile': 'Palette-Cluster-Profil',
  'entity.clusterGroup': 'Palette-Cluster-Gruppe',
  'entity.project': 'Palette-Projekt',
  'entity.dependedClusters': 'Cluster bei Palette',
  'entity.details': 'Einzelheiten',
  'entity.openInPalette': 'In Palette öffnen',
  'entity.description': 'Beschreibung',
  'entity.changed': 'Geändert',
  'entity.kubernetes': 'Kubernetes',
  'entity.kubernetesChanging': '{{running}} läuft, {{wanted}} gewünscht',
  'entity.notVisible':
    'Nicht mehr bei Palette, oder nicht für Sie sichtbar: Prüfen Sie die Annotation der Entität.',
  'entity.signIn': 'Bei Palette anmelden',
  'entity.signInText': 'Melden Sie sich bei Palette an, um das zu sehen.',
  'entity.signInFailed':
    'Diese Anmeldung ist nicht gelungen; versuchen Sie es noch einmal.',
  'entity.unknownInstance':
    'Die Annotation {{annotation}} nennt „{{name}}“, das keine Palette dieses Backstage ist: Berichtigen Sie sie, oder lassen Sie sie von einem Administrator in spectrocloud.environments aufnehmen.',
  'entity.notAllowed':
    'Das dürfen Sie in Backstage nicht sehen: Bitten Sie seine Administratoren um die Berechtigung {{permission}}.',
  'entity.gone':
    'Was die Annotation {{annotation}} nennt, gibt es bei Palette nicht mehr, oder Sie dürfen es nicht sehen: Berichtigen Sie die Annotation, oder fragen Sie einen Administrator Ihres Palette-Mandanten.',
  'entity.invalid':
    'Die Annotation {{annotation}} nennt etwas, das Palette nicht haben kann: Berichtigen Sie sie.',
  'entity.projectMissing':
    'Der Name in {{annotation}} gilt in einem Projekt: Fügen Sie die Annotation spectrocloud.com/project-name hinzu, oder nennen Sie den Cluster mit spectrocloud.com/cluster-uid.',
  'entity.catalogFailed':
    'Der Katalog konnte nicht sagen, welche Cluster es gibt: Laden Sie die Seite gleich noch einmal.',
} as const;
