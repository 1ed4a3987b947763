/** German texts of the fields. */
const messages = {
  'label.project': 'Projekt',
  'label.account': 'Cloud-Konto',
  'label.profile': 'Profil',
  'label.version': 'Version',
  'label.variables': 'Variablen',
  'label.clusterGroup': 'Cluster-Gruppe',
  'label.region': 'Region',
  'first.project': 'Wählen Sie zuerst ein Projekt.',
  'first.account': 'Wählen Sie zuerst ein Cloud-Konto.',
  'first.profile': 'Wählen Sie zuerst ein Profil.',
  'first.cloudProject': 'Geben Sie zuerst das Projekt in Google Cloud an.',
  'first.subscription': 'Geben Sie zuerst das Azure-Abonnement an.',
  'none.project':
    'Palette lässt Sie solche Cluster in keinem Ihrer Projekte erstellen. Bitten Sie Ihre Palette-Administration um eine Rolle, die es darf.',
  'none.account':
    'Das Projekt hat kein Konto dieser Cloud, das Sie sehen dürfen. Bitten Sie Ihre Palette-Administration um eines.',
  'none.profile':
    'Das Projekt hat kein veröffentlichtes Profil dieser Art, das Sie sehen dürfen. Bitten Sie Ihre Palette-Administration um eines.',
  'none.clusterGroup':
    'Das Projekt hat keine Cluster-Gruppe, die Sie sehen dürfen. Bitten Sie Ihre Palette-Administration um eine.',
  'none.region': 'Das Konto bietet keine Region. Wählen Sie ein anderes Konto.',
  'none.variables': 'Dieses Profil will nichts wissen.',
  loading: 'Palette wird gefragt …',
  gone: 'Was vorher gewählt war, gibt es hier nicht. Wählen Sie neu.',
  goneVariables:
    'Was vorher angegeben war, gehört nicht zu diesem Profil und wurde weggelassen.',
  retry: 'Noch einmal versuchen',
  signIn: 'Anmelden',
  options:
    'Die Vorlage richtet dieses Feld nicht so ein, wie es sein muss. Zu ändern hat, wer sie schrieb: {{problem}}',
  'check.incomplete': 'Wählen Sie neu: Das ist nicht vollständig.',
  'check.gone': 'Palette bietet das nicht mehr an. Wählen Sie neu.',
  'check.failed': 'Das war nicht zu prüfen. {{reason}}',
  'check.variable': '{{name}}: {{problem}}',
  'error.declined':
    'Sie sind bei Palette nicht angemeldet. Melden Sie sich an, um fortzufahren.',
  'error.forbidden':
    'Sie dürfen das nicht sehen. Bitten Sie die Betreuer Ihres Backstage und Ihres Palette um das Recht dazu.',
  'error.notFound':
    'Palette hat es nicht mehr, oder Sie dürfen es nicht sehen. Wählen Sie etwas anderes.',
  'error.invalid': 'Palette konnte mit der Frage nichts anfangen.',
  'error.busy':
    'Palette hat gerade zu viel zu tun. Versuchen Sie es in einer Minute wieder.',
  'error.outage':
    'Backstage erreicht Palette gerade nicht. Versuchen Sie es bald wieder.',
  'error.unavailable':
    'Palette antwortet gerade nicht. Versuchen Sie es bald wieder.',
  'error.network':
    'Backstage war nicht zu erreichen. Prüfen Sie Ihre Verbindung.',
  'error.unknown': 'Etwas ging schief: {{message}}',
} as const;

export default messages;
