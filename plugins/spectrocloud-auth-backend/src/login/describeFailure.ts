import { LoginFailure, type LoginFailureReason } from './LoginFailure';
import { describeCause } from './describeCause';

/** What an administrator can do, where the cause doesn't say it. */
const REMEDIES: Partial<Record<LoginFailureReason, string>> = {
  client_rejected:
    'compare clientId, clientSecret and tokenEndpointAuthMethod with the client at the provider',
};

/** A failure in one text for the log: why, what the provider said, and what to do about it. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof LoginFailure)) {
    return describeCause(error).replace(/^: /, '');
  }
  const remedy = REMEDIES[error.reason];
  return `${error.reason}${describeCause(error.cause)}${remedy ? `; ${remedy}` : ''}`;
}
