import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { redactText } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import {
  PaletteFailedError,
  PaletteInternalError,
  PaletteRefusedTokenError,
} from '../errors/PaletteErrors';
import { UnprocessableClusterError } from './UnprocessableClusterError';

/** Gone, or not offered by this Palette (or by a gateway before it). */
const NOT_FOUND_STATUSES = new Set([404, 405, 410, 501]);
/** Codes that Palette sends with another status than 404 for things that are not there. */
const NOT_FOUND_CODES = new Set([
  'ResourceNotFound',
  'ProjectNotFoundInTenant',
]);
const FORBIDDEN_CODES = new Set([
  'OperationForbidden',
  'ResOperationForbidden',
  'ResourceAccessDenied',
]);

/** An answer of Palette that is no success. */
export interface PaletteFailure {
  method: string;
  path: string;
  status: number;
  body: string;
  /** Values that must not be logged, should Palette echo them. */
  secrets: string[];
  /** Set for creations: Palette's findings are for the caller. */
  creation?: boolean;
  /** Set for changes of a cluster: the same. */
  change?: boolean;
}

interface V1Error {
  code?: string;
  message?: string;
  details?: unknown;
  ref?: string;
}

function parseV1Error(body: string): V1Error {
  try {
    const parsed: unknown = JSON.parse(body);
    return parsed && typeof parsed === 'object' ? parsed : {};
  } catch {
    return {};
  }
}

/** Turns Palette's failures into ours: its text goes to the log, redacted, never to the caller. */
export function translateError(
  failure: PaletteFailure,
  logger: LoggerService,
): Error {
  const { method, path, status, body, secrets } = failure;
  const { code, message, details } = parseV1Error(body);
  const safeCode =
    typeof code === 'string' && /^[A-Za-z0-9]{1,64}$/.test(code) ? code : '';
  const text = redactText(typeof message === 'string' ? message : body, {
    secrets,
  });
  const line = `Palette answered ${status} ${safeCode} to ${method} ${path}: ${text}`;
  if (status >= 500) {
    logger.warn(line);
  } else {
    logger.debug(line);
  }

  if (status === 401) {
    return new PaletteRefusedTokenError('Palette does not accept the token');
  }
  if (status === 403 || FORBIDDEN_CODES.has(safeCode)) {
    return new NotAllowedError('Palette does not allow you to do this');
  }
  if (NOT_FOUND_STATUSES.has(status) || NOT_FOUND_CODES.has(safeCode)) {
    return new NotFoundError('Palette did not find what was requested');
  }
  if ((failure.creation || failure.change) && status >= 400 && status < 500) {
    return UnprocessableClusterError.fromPalette(
      { code: safeCode, message, details },
      secrets,
      failure.change ? 'change' : 'cluster',
    );
  }
  if (status === 409) {
    return new ConflictError('Palette refused: it conflicts with what exists');
  }
  if (status === 400 || status === 422) {
    return new InputError('Palette did not accept the request');
  }
  if (status === 500) return new PaletteInternalError();
  return new PaletteFailedError(`Palette failed with status ${status}`);
}
