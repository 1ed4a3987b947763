import { REAUTHENTICATION_REQUIRED_HEADER } from '@terasky/backstage-plugin-spectrocloud-common';
import type { ErrorRequestHandler } from 'express';

const DEFAULT_RETRY_AFTER_SECONDS = 5;

/** Says in headers what a client has to know about an error; the framework writes the body. */
export const errorHeaders: ErrorRequestHandler = (
  error,
  _request,
  response,
  next,
) => {
  if (response.destroyed) {
    // The caller went away, nobody reads an answer.
    return;
  }
  if (!response.headersSent) {
    // By name: the error may come from another installed copy of the library.
    if (error.name === 'ReauthenticationRequiredError') {
      response.setHeader(REAUTHENTICATION_REQUIRED_HEADER, 'true');
      // Without this, a browser on another origin does not see the header.
      response.append(
        'Access-Control-Expose-Headers',
        REAUTHENTICATION_REQUIRED_HEADER,
      );
    }
    if (error.statusCode === 503 || error.name === 'ServiceUnavailableError') {
      const seconds = error.retryAfterSeconds ?? DEFAULT_RETRY_AFTER_SECONDS;
      response.setHeader('Retry-After', String(seconds));
      response.append('Access-Control-Expose-Headers', 'Retry-After');
    }
  }
  next(error);
};
