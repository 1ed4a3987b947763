export { connectTicketCookie } from './connecting/ConnectTickets';
export { PendingConnections } from './connecting/PendingConnections';
export { createSessions } from './createSessions';
export type { ResolveOwner, SessionEnvironment } from './SessionEnvironment';
export type {
  ActiveSession,
  EndReason,
  OpenedSession,
  PaletteTokens,
  SessionManager,
  SessionSubject,
} from './SessionManager';
