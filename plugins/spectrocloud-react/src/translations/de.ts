/** German texts of the shared form fields. */
const messages = {
  choose: 'Bitte wählen …',
  'variable.immutable': 'Später nicht zu ändern.',
  'variable.secret': 'Ein Geheimnis: Nach dem Neuladen ist es weg.',
  'variable.regex': 'Muss passen zu {{regex}}',
  'problem.required': 'Braucht einen Wert.',
  'problem.tooLong': 'Ist zu lang.',
  'problem.option': 'Ist keiner der Werte zur Wahl.',
  'problem.pattern': 'Passt nicht zur Regel des Profils.',
  'problem.number': 'Muss eine Zahl sein.',
  'problem.boolean': 'Muss true oder false sein.',
  'problem.ipv4': 'Muss eine IPv4-Adresse sein.',
  'problem.ipv4cidr': 'Muss ein IPv4-Bereich sein, wie 10.0.0.0/8.',
  'problem.ipv6': 'Muss eine IPv6-Adresse sein.',
  'problem.version': 'Muss eine Version sein, wie 1.2.3.',
  'problem.base64': 'Muss Base64 sein.',
} as const;

export default messages;
