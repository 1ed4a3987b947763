/**
 * Sealed, replica-safe cache of Palette session tokens and the service that hands each user their own.
 *
 * @packageDocumentation
 */

export {
  isSpectroCloudEnabled,
  readCaFile,
  readPaletteEnvironments,
  type PaletteEnvironment,
} from './environments';
export { TokenBucket, type Limit } from './limits/TokenBucket';
export {
  TurnQueue,
  type Turn,
  type TurnOutcome,
  type TurnQueueOptions,
} from './limits/TurnQueue';
export { certificateFault } from './palette/certificateFault';
export { createPaletteDispatcher } from './palette/createPaletteDispatcher';
export type { CaFile } from './palette/trustedAuthorities';
export {
  PALETTE_USER_AGENT,
  type PaletteSessionApiOptions,
} from './palette/callPalette';
export { PaletteSessionApi } from './palette/PaletteSessionApi';
export { Keyring } from './sealing/Keyring';
export {
  ID_TOKEN_PATH,
  parseSessionTokenRequest,
  SESSION_TOKEN_PATH,
  type SessionTokenRequest,
} from './service/handOutProtocol';
export {
  announceRevokedSessions,
  dropRevokedSessions,
  SESSION_REVOKED_TOPIC,
  type SessionHolder,
  type SessionRevokedEvent,
} from './service/sessionRevokedEvent';
export { spectroCloudTokenServiceRef } from './service/spectroCloudTokenServiceRef';
export type {
  PaletteIdentity,
  SpectroCloudSessionToken,
  SpectroCloudTokenService,
} from './SpectroCloudTokenService';
export { checkDatabaseClient } from './store/checkDatabaseClient';
export {
  createTokenStore,
  type TokenCacheStores,
} from './store/createTokenStore';
export type { LoginStateStore } from './store/LoginStateStore';
export type { RenewalLease, RenewalLeases } from './store/RenewalLeases';
export type { Revocation, RevocationScope } from './store/Revocation';
export type { Revocations } from './store/Revocations';
export type { EndedSession, SessionEnds } from './store/SessionEnds';
export type {
  NewSession,
  SessionDevice,
  SessionSummary,
  StoredSession,
  PaletteTokens,
} from './store/StoredSession';
export type { SweepResult } from './store/sweep';
export type { SessionOwner } from './store/Tombstones';
export type { TokenStore } from './store/TokenStore';
export { readTrustedPlugins } from './tokenCacheConfig';
export { durationHistogram } from './toolbox/durationHistogram';
export { isLoopback } from './toolbox/isLoopback';
export {
  migrateDatabase,
  type DatabaseMigrations,
} from './toolbox/migrateDatabase';
export {
  fetchWhole,
  limitBytes,
  readBody,
  type ResponseLimits,
  type UnreadResponse,
} from './toolbox/responseBody';
export { redactText } from './toolbox/redactText';
export { SingleFlight } from './toolbox/SingleFlight';
export { TimeLimit } from './toolbox/TimeLimit';
