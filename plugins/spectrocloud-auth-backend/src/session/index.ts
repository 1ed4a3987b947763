export { clearApiTokenCookie } from './ApiTokenCookie';
export { connectTicketCookie } from './ConnectTickets';
export { createSessions } from './createSessions';
export type { SessionEnvironment } from './SessionEnvironment';
