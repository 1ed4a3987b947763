import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Far above what fits into a cookie; only we make what is unpacked here. */
const MAX_BYTES = 64 * 1024;

/** The readable parts of a JWT as their texts, which pack better than as base64url. */
function toParts(token: string): string | string[] {
  const [header = '', payload = '', ...rest] = token.split('.');
  const parts = [header, payload].map(part =>
    Buffer.from(part, 'base64url').toString('utf8'),
  );
  const packed = [...parts, ...rest];
  // Anything that would not come out letter by letter stays as it is.
  return toToken(packed) === token ? packed : token;
}

function toToken(packed: string | string[]): string {
  if (typeof packed === 'string') {
    return packed;
  }
  const [header = '', payload = '', ...rest] = packed;
  const parts = [header, payload].map(part =>
    Buffer.from(part, 'utf8').toString('base64url'),
  );
  return [...parts, ...rest].join('.');
}

/** Packs a cookie's content: a proxy's buffer for an answer's headers may have 4 kB. */
export function packContent(content: {
  sessionToken: string;
  refreshToken?: string;
}): Buffer {
  const { refreshToken } = content;
  return deflateRawSync(
    JSON.stringify({
      ...content,
      sessionToken: toParts(content.sessionToken),
      refreshToken: refreshToken && toParts(refreshToken),
    }),
  );
}

/** Unpacks what {@link packContent} packed; its members are yet to be checked. */
export function unpackContent(packed: Buffer): unknown {
  const { sessionToken, refreshToken, ...content } = JSON.parse(
    inflateRawSync(packed, { maxOutputLength: MAX_BYTES }).toString('utf8'),
  );
  return {
    ...content,
    sessionToken: toToken(sessionToken),
    refreshToken: refreshToken && toToken(refreshToken),
  };
}
