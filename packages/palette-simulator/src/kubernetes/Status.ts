import type { Response } from 'express';

const REASONS: Record<number, string> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
};

/** An answer that is no success, as `metav1.Status` has it. */
export class KubernetesStatus extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }

  send(res: Response): void {
    res.status(this.code).json({
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Failure',
      message: this.message,
      reason: REASONS[this.code],
      code: this.code,
    });
  }
}
