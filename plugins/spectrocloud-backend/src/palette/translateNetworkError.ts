import type { LoggerService } from '@backstage/backend-plugin-api';
import { certificateFault } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import {
  CallerGoneError,
  PaletteFailedError,
  PaletteTimeoutError,
} from '../errors/PaletteErrors';

/** undici's words for "took too long". */
const TIMEOUT_CODES = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

/** Turns a call that brought no (whole) answer into an error for the caller. */
export function translateNetworkError(
  error: unknown,
  call: { method: string; path: string; signal?: AbortSignal },
  environmentName: string,
  logger: LoggerService,
): Error {
  if (error instanceof PaletteFailedError) {
    return error;
  }
  if (call.signal?.aborted) {
    return new CallerGoneError('The client closed the request');
  }
  const { name, code } = error as { name?: string; code?: string };
  const timedOut =
    name === 'TimeoutError' || (code !== undefined && TIMEOUT_CODES.has(code));
  // Only the code: messages of the network stack can hold the whole URL.
  const why = certificateFault(error) ?? code ?? name ?? 'unknown';
  logger.warn(
    `Palette '${environmentName}' ${timedOut ? 'did not answer in time' : 'could not be reached'}: ${call.method} ${call.path} (${why})`,
  );
  return timedOut
    ? new PaletteTimeoutError('Palette did not answer in time')
    : new PaletteFailedError('Palette could not be reached');
}
