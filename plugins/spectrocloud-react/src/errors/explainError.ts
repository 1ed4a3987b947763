/** What went wrong, as far as there are different words for it. @public */
export type ErrorKind =
  | 'declined'
  | 'forbidden'
  | 'notFound'
  | 'invalid'
  | 'busy'
  | 'outage'
  | 'unavailable'
  | 'network'
  | 'unknown';

const KIND_BY_STATUS: Record<number, ErrorKind> = {
  400: 'invalid',
  401: 'declined',
  403: 'forbidden',
  404: 'notFound',
  429: 'busy',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** Names that say more than the status that they come with. */
const KIND_BY_CAUSE: Record<string, ErrorKind> = {
  PaletteBusyError: 'busy',
  ServiceUnavailableError: 'outage',
};

const KIND_BY_NAME: Record<string, ErrorKind> = {
  ReauthenticationDeclinedError: 'declined',
  RejectedError: 'declined',
  TypeError: 'network',
};

/** Tells apart what people can do something about. @public */
export function explainError(error: Error): ErrorKind {
  const status = 'statusCode' in error ? Number(error.statusCode) : NaN;
  const cause = error.cause instanceof Error ? error.cause.name : '';
  return (
    KIND_BY_CAUSE[cause] ??
    KIND_BY_STATUS[status] ??
    KIND_BY_NAME[error.name] ??
    'unknown'
  );
}
