import { REAUTHENTICATION_REQUIRED_HEADER } from '@terasky/backstage-plugin-spectrocloud-common';
import type { ErrorRequestHandler } from 'express';
import { setRetryAfter } from '../retryAfter';

/** Adds the headers that our errors mean; the framework writes the answer itself. */
export const sessionErrorHeaders: ErrorRequestHandler = (
  error,
  _req,
  res,
  next,
) => {
  if (!res.headersSent && error?.name === 'ServiceUnavailableError') {
    setRetryAfter(res);
  }
  if (!res.headersSent && error?.name === 'ReauthenticationRequiredError') {
    res.set(REAUTHENTICATION_REQUIRED_HEADER, 'true');
  }
  next(error);
};
