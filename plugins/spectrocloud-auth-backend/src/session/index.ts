export { clearApiTokenCookie } from './ApiTokenCookie';
export { connectTicketCookie, ConnectTickets } from './ConnectTickets';
export {
  createSessions,
  type Sessions,
  type SessionsOptions,
} from './createSessions';
export { hashHandle } from './hashHandle';
export type {
  CookieSettings,
  RenewIdToken,
  SessionEnvironment,
} from './SessionEnvironment';
export type {
  ActiveSession,
  EndReason,
  PaletteTokens,
  SessionManager,
  SessionSubject,
} from './SessionManager';
