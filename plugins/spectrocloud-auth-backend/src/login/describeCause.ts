import { redactText } from '@terasky/backstage-plugin-spectrocloud-token-cache';

type Json = Record<string, unknown>;

const REMEDY_ALGORITHM =
  'let the provider sign with one of those, or name the others in its discovery document';

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string {
  return redactText(typeof value === 'string' ? value : JSON.stringify(value));
}

/** May be the code, or a token that isn't a JWT, which a server quotes. */
const OPAQUE = /[\w.~+/=-]{10,}/g;

/** What a server says of its error, in its own words, fit for a log line. */
export function redactDescription(value: string): string {
  return text(value).replace(OPAQUE, word =>
    /\d/.test(word) ? '[redacted]' : word,
  );
}

/** The error of an OAuth answer (RFC 6749 section 5.2, or of a challenge), as far as there is one. */
function oauthError({ error, error_description: said }: Json): string {
  if (typeof error !== 'string') {
    return '';
  }
  return typeof said === 'string'
    ? ` ('${redactDescription(error)}': ${redactDescription(said)})`
    : ` ('${redactDescription(error)}')`;
}

/**
 * What the libraries hang on their errors. Bodies, parameters and claims hold tokens,
 * so what may be said is picked: names of issuers, audiences and algorithms.
 */
function comparison(cause: Json): string {
  const { attribute, body, claim, claims, expected, header } = cause;
  if (attribute === 'issuer' && isObject(body)) {
    return ` (${text(expected)} is configured, ${text(body.issuer)} is named)`;
  }
  if ((claim === 'iss' || claim === 'aud') && isObject(claims)) {
    return ` (${text(expected)} is expected, ${text(claims[claim])} is named)`;
  }
  return isObject(header) && 'alg' in header
    ? ` (signed with ${text(header.alg)}, accepted ${text(expected)}: ${REMEDY_ALGORITHM})`
    : '';
}

function details(error: Error): string {
  const { cause, status } = error as { cause?: unknown; status?: unknown };
  const challenges = Array.isArray(cause) ? cause : [];
  return [
    typeof status === 'number' ? ` (status ${status})` : '',
    cause instanceof Response ? ` (status ${cause.status})` : '',
    oauthError({ ...error }),
    ...challenges.map(({ parameters }) =>
      isObject(parameters) ? oauthError(parameters) : '',
    ),
    isObject(cause) && !(cause instanceof Error) ? comparison(cause) : '',
  ].join('');
}

/** An error and its causes in one text for the log, without tokens and e-mail addresses. */
export function describeCause(error: unknown): string {
  if (!(error instanceof Error)) {
    return '';
  }
  const code = 'code' in error ? ` [${String(error.code)}]` : '';
  const said = redactText(`: ${error.name}${code} ${error.message}`);
  return `${said}${details(error)}${describeCause(error.cause)}`;
}
