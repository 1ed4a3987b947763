/** What an ID token says of itself; nothing here verifies it, which the cluster does. */
export interface IdTokenClaims {
  issuer?: string;
  audience: string[];
  expiresAt?: Date;
  /** In bytes: what it takes in headers. */
  size: number;
}

/** Reads a token's claims; an unreadable one says nothing. */
export function readIdToken(token: string): IdTokenClaims {
  const { iss, aud, exp } = claimsOf(token);
  return {
    issuer: typeof iss === 'string' ? iss : undefined,
    audience: [aud].flat().filter(value => typeof value === 'string'),
    expiresAt: typeof exp === 'number' ? new Date(exp * 1000) : undefined,
    size: token.length,
  };
}

function claimsOf(token: string): Record<string, unknown> {
  try {
    const [, payload] = token.split('.');
    const bytes = Uint8Array.from(
      atob(payload.replace(/-/g, '+').replace(/_/g, '/')),
      character => character.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? { ...claims } : {};
  } catch {
    return {};
  }
}
