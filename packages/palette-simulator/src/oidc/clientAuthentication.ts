import { timingSafeEqual } from 'node:crypto';
import type { SimulatorClient } from '../SimulatorContext';
import { OAuthError } from './OAuthError';

interface Credentials {
  id: string;
  secret: string;
}

/** Checks client_secret_basic or client_secret_post, exactly one of the two. */
export function authenticateClient(
  client: SimulatorClient,
  authorization: string | undefined,
  form: URLSearchParams,
): void {
  const basic = readBasic(authorization);
  if (basic && form.has('client_secret')) {
    throw new OAuthError(
      400,
      'invalid_request',
      'Two ways of client authentication in one request',
    );
  }
  const given = basic ?? {
    id: form.get('client_id') ?? '',
    secret: form.get('client_secret') ?? '',
  };
  if (!same(given.id, client.id) || !same(given.secret, client.secret)) {
    throw new OAuthError(401, 'invalid_client', 'Client authentication failed');
  }
}

/** RFC 6749 section 2.3.1: both halves are form-encoded before base64. */
function readBasic(authorization: string | undefined): Credentials | undefined {
  const match = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '');
  if (!match) {
    return undefined;
  }
  const [id, ...secret] = Buffer.from(match[1], 'base64')
    .toString('utf8')
    .split(':');
  try {
    return { id: formDecode(id), secret: formDecode(secret.join(':')) };
  } catch {
    throw new OAuthError(401, 'invalid_client', 'Unreadable credentials');
  }
}

function formDecode(value: string): string {
  return decodeURIComponent(value.replace(/\+/g, ' '));
}

function same(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
