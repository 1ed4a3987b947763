import { createHash } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import type { Organisation, User } from '../seed/types';
import { issuerOf, type SimulatorContext } from '../SimulatorContext';
import type { Grant } from './AuthorizationCodes';
import { groupsOf, userClaims } from './claims';

const LONG_AGO_SECONDS = 24 * 60 * 60;

interface IdTokenSubject {
  grant: Grant;
  user: User;
  organisation: Organisation;
  accessToken?: string;
  /** OIDC Core 12.2: a refreshed ID token should not have one. */
  withNonce: boolean;
}

/** The signed ID token, with the fault that the settings ask for. */
export async function createIdToken(
  context: SimulatorContext,
  subject: IdTokenSubject,
): Promise<string> {
  const { settings } = context;
  const { grant, user, organisation } = subject;
  const now = Math.floor(context.clock() / 1000);
  const payload: Record<string, unknown> = {
    ...userClaims(user, grant.scope, settings),
    ...(hasGroups(grant.scope, settings) && {
      groups: groupsOf(organisation, user),
    }),
    iss: issuerOf(context, grant.tenant),
    aud: context.client.id,
    iat: now,
    exp: now + settings.idTokenTtlSeconds,
    auth_time: grant.authTime,
    ...(subject.withNonce && grant.nonce && { nonce: grant.nonce }),
    ...(subject.accessToken && { at_hash: halfHash(subject.accessToken) }),
  };
  for (const claim of settings.omitClaims) {
    delete payload[claim];
  }
  return signWithFault(context, payload, now);
}

function hasGroups(
  scope: string,
  { groupsNeedScope }: SimulatorContext['settings'],
): boolean {
  return !groupsNeedScope || scope.split(' ').includes('groups');
}

async function signWithFault(
  { settings, keys, client, url }: SimulatorContext,
  payload: Record<string, unknown>,
  now: number,
): Promise<string> {
  switch (settings.idTokenFault) {
    case 'signature':
      return corrupt(await keys.sign(payload));
    case 'at_hash':
      return keys.sign({ ...payload, at_hash: halfHash('another token') });
    case 'nonce':
      return keys.sign({ ...payload, nonce: 'another-nonce' });
    case 'audience':
      return keys.sign({ ...payload, aud: 'another-client' });
    case 'issuer':
      return keys.sign({ ...payload, iss: `${url}/v1/oidc/tenant/other` });
    case 'expired':
      return keys.sign({
        ...payload,
        iat: now - 2 * LONG_AGO_SECONDS,
        exp: now - LONG_AGO_SECONDS,
      });
    case 'alg_none':
      return new UnsecuredJWT(payload).encode();
    case 'hs256':
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .sign(new TextEncoder().encode(client.secret.padEnd(32, '0')));
    default:
      return keys.sign(payload);
  }
}

/** OIDC Core 3.1.3.6, for RS256. */
function halfHash(token: string): string {
  return createHash('sha256')
    .update(token)
    .digest()
    .subarray(0, 16)
    .toString('base64url');
}

function corrupt(jwt: string): string {
  const [header, payload, signature] = jwt.split('.');
  const first = signature.startsWith('A') ? 'B' : 'A';
  return [header, payload, first + signature.slice(1)].join('.');
}
