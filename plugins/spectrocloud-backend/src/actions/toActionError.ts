import {
  AuthenticationError,
  InputError,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { ReauthenticationRequiredError } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  PaletteBusyError,
  PaletteFailedError,
  PaletteTimeoutError,
} from '../errors/PaletteErrors';
import { UnprocessableClusterError } from '../palette/UnprocessableClusterError';

/**
 * The error as clients of actions are told it. The MCP backend passes on the
 * sentences of the framework's own errors; of others it says only which HTTP status
 * they had. None of the sentences holds a text of Palette.
 *
 * @param appUrl - where people sign in: `app.baseUrl`
 */
export function toActionError(error: unknown, appUrl?: string): Error {
  if (!isError(error)) return new Error('The action failed');
  if (error instanceof ReauthenticationRequiredError) {
    const place = appUrl
      ? `Open ${appUrl} in a browser`
      : 'Open Backstage in a browser';
    return new AuthenticationError(
      `There is no Palette session of yours that Palette accepts (auth environment '${error.environment}'). ${place}, sign in to Palette, and try again; what was asked has not been done.`,
    );
  }
  if (error instanceof PaletteBusyError) {
    return new ServiceUnavailableError(
      `${error.message}. It limits how often all of Backstage may ask; fewer questions at a time help.`,
    );
  }
  if (error instanceof PaletteTimeoutError) {
    return new ServiceUnavailableError(
      'Palette did not answer in time. Try again in a minute; after a change, look first whether it was done.',
    );
  }
  if (error instanceof PaletteFailedError) {
    return new ServiceUnavailableError(
      `${error.message}. Try again in a minute; after a change, look first whether it was done.`,
    );
  }
  if (error instanceof UnprocessableClusterError) {
    return new InputError(
      'Palette does not accept this; the findings are in the output of its dry run',
    );
  }
  return error;
}
