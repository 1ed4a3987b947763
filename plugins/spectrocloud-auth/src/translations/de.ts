/** German texts of the sign-in. */
const messages = {
  locale: 'de',
  'signIn.title': 'SpectroCloud',
  'signIn.message': 'Melden Sie sich mit Ihrem SpectroCloud-Palette-Konto an.',
  'signIn.button': 'Anmelden',
  'signIn.waiting': 'Warten auf Palette…',
  'signIn.waitingHint': 'Schließen Sie die Anmeldung im geöffneten Fenster ab.',
  'signIn.failed': 'Die Anmeldung ist fehlgeschlagen',
  'signIn.notConfigured':
    'SpectroCloud ist nicht dafür eingerichtet, Benutzer bei diesem Backstage anzumelden. Bitten Sie die Administration, einen Sign-in-Resolver einzutragen (auth.providers.spectrocloud.{{environment}}.signIn).',
  'errors.popupBlockedTitle': 'Ihr Browser hat das Anmeldefenster blockiert',
  'errors.popupBlocked':
    'Erlauben Sie Pop-ups für diese Seite (siehe Adressleiste) und melden Sie sich noch einmal an.',
  'errors.popupClosedTitle': 'Das Anmeldefenster wurde zu früh geschlossen',
  'errors.popupClosed':
    'Melden Sie sich noch einmal an und lassen Sie das Fenster offen, bis es sich selbst schließt.',
  'errors.wrongOriginTitle': 'Das ist nicht die Adresse dieses Backstage',
  'errors.accessDeniedTitle': 'Palette hat die Anmeldung abgelehnt',
  'errors.userNotInCatalogTitle': 'Palette kennt Sie, Backstage nicht',
  'errors.userChangedTitle': 'Sie haben sich als jemand anderes angemeldet',
  'errors.otherUserTitle': 'Palette kennt Sie als jemand anderen',
  'errors.unavailableTitle':
    'Backstage konnte nicht prüfen, ob Sie angemeldet sind',
  'sessionEnd.message': 'Ihre Palette-Sitzung endet um {{time}}.',
  'sessionEnd.signIn': 'Neu anmelden',
  'sessionEnd.dismiss': 'Hinweis schließen',
};

export default messages;
