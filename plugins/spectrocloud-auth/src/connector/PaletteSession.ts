import type {
  BackstageIdentityResponse,
  ProfileInfo,
} from '@backstage/core-plugin-api';
import { jwtDecode } from 'jwt-decode';

/** A session with Palette, as the auth API keeps it in memory. */
export interface PaletteSession {
  providerInfo: {
    idToken: string;
    accessToken: string;
    scopes: Set<string>;
    expiresAt?: Date;
  };
  profile: ProfileInfo;
  backstageIdentity?: BackstageIdentityResponse;
  /** When it ends, however often it is renewed. */
  endsAt?: Date;
}

/** Answer of the auth plugin to a sign-in and to `/refresh`. */
export interface AuthResponse {
  providerInfo: {
    idToken?: string;
    accessToken?: string;
    scope?: string;
    expiresInSeconds?: number;
    sessionEndsInSeconds?: number;
  };
  profile: ProfileInfo;
  backstageIdentity?: Omit<BackstageIdentityResponse, 'expiresAt'> & {
    expiresInSeconds?: number;
  };
}

/**
 * Turns the auth plugin's answer, whose times are relative, into a session.
 *
 * @param asked - scopes that count as granted: the back end asks Palette for those that
 *   it is configured to, so asking again, by a popup even, would bring no more
 */
export function toPaletteSession(
  response: AuthResponse,
  now: number,
  asked: Set<string> = new Set(),
): PaletteSession {
  const { providerInfo, profile, backstageIdentity } = response;
  const session: PaletteSession = {
    providerInfo: {
      idToken: providerInfo.idToken ?? '',
      accessToken: providerInfo.accessToken ?? '',
      scopes: new Set([
        ...asked,
        ...(providerInfo.scope?.split(/[\s|,]/).filter(Boolean) ?? []),
      ]),
      expiresAt: earliest(
        expiresAt(providerInfo.expiresInSeconds, now),
        endOfIdToken(providerInfo.idToken),
      ),
    },
    profile,
    endsAt: expiresAt(providerInfo.sessionEndsInSeconds, now),
  };
  if (backstageIdentity) {
    session.backstageIdentity = {
      token: backstageIdentity.token,
      identity: backstageIdentity.identity,
      expiresAt: expiresAt(backstageIdentity.expiresInSeconds, now),
    };
  }
  return session;
}

/** When the first of a session's tokens ends, in ms since the epoch. */
export function endOf(session: PaletteSession): number {
  return Math.min(
    session.providerInfo.expiresAt?.getTime() ?? Infinity,
    session.backstageIdentity?.expiresAt?.getTime() ?? Infinity,
  );
}

/** What an ID token says itself; it isn't verified here, and only tells when to ask the back end. */
function endOfIdToken(idToken: string = ''): Date | undefined {
  try {
    const { exp } = jwtDecode(idToken);
    return Number.isFinite(exp) ? new Date(Number(exp) * 1000) : undefined;
  } catch {
    return undefined;
  }
}

function earliest(one: Date | undefined, other: Date | undefined) {
  return one && other && other < one ? other : (one ?? other);
}

function expiresAt(seconds: number | undefined, now: number) {
  return seconds === undefined ? undefined : new Date(now + seconds * 1000);
}
