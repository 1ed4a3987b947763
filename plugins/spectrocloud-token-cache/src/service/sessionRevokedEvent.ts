/** Topic of the event that tells readers to drop their copy of a session's token. @public */
export const SESSION_REVOKED_TOPIC = 'spectrocloud.session-revoked';

/** Payload of {@link SESSION_REVOKED_TOPIC}: nothing that could be used. @public */
export interface SessionRevokedEvent {
  /** Row id of the session. */
  sessionId: string;
  /** Its auth environment. */
  environment: string;
}

export function isSessionRevokedEvent(
  payload: unknown,
): payload is SessionRevokedEvent {
  return (
    typeof payload === 'object' &&
    payload !== null &&
    typeof (payload as { sessionId?: unknown }).sessionId === 'string'
  );
}
