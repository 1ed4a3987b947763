import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { SPECTROCLOUD_AUTH_PROVIDER_ID } from '@terasky/backstage-plugin-spectrocloud-common';
import { checkUrl } from './readUrl';

/** End of every callback address; the framework derives its cookies' path from it. */
export const CALLBACK_PATH = `/${SPECTROCLOUD_AUTH_PROVIDER_ID}/handler/frame`;

/** Reads the address that Palette sends the browser back to. */
export function readCallbackUrl(
  config: Config,
  fullKey: string,
  authBaseUrl: string,
): string {
  const key = `${fullKey}.callbackUrl`;
  const ours = `${authBaseUrl}${CALLBACK_PATH}`;
  const configured = config.getOptionalString('callbackUrl');
  if (configured === undefined) {
    checkUrl(
      ours,
      `${key} (by default derived from backend.baseUrl)`,
      `https://backstage.example.com/api/auth${CALLBACK_PATH}`,
    );
    return ours;
  }
  const url = checkUrl(configured, key, ours);
  if (!url.pathname.endsWith(CALLBACK_PATH)) {
    throw new InputError(
      `Configuration ${key} has the path '${url.pathname}', where nothing answers; its path must end in ${CALLBACK_PATH}, as in ${ours}`,
    );
  }
  if (url.search) {
    throw new InputError(
      `Configuration ${key} contains a query, which Palette's answer would be mixed with; remove everything from the question mark on`,
    );
  }
  return configured;
}
