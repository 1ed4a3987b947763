import { randomUUID } from 'node:crypto';
import type { Response } from 'express';

/** An answer that is Palette's `v1Error`; thrown by the handlers. */
export class PaletteError extends Error {
  readonly name = 'PaletteError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }

  send(res: Response): void {
    res.status(this.status).json({
      code: this.code,
      message: this.message,
      details: this.details,
      ref: randomUUID(),
    });
  }
}

/** 401: no credential, or none that is good. */
export function unauthorized(message: string): PaletteError {
  return new PaletteError(401, 'Unauthorized', message);
}

/** 403: the caller lacks this permission in the scope. */
export function forbidden(permission: string): PaletteError {
  return new PaletteError(
    403,
    'OperationForbidden',
    `The operation is not permitted, requires '${permission}'`,
  );
}

/** 404; also for what exists outside of the scope. */
export function notFound(kind: string, uid: string): PaletteError {
  return new PaletteError(
    404,
    'ResourceNotFound',
    `Resource ${kind} not found`,
    { kind, uid },
  );
}

/** 400 for a query or body that can't be read. */
export function badRequest(message: string): PaletteError {
  return new PaletteError(400, 'InvalidPayload', message);
}

/** The answer to a path that Palette does not have. */
export function sendNotFound(res: Response): void {
  new PaletteError(404, 'ResourceNotFound', 'The path was not found').send(res);
}
