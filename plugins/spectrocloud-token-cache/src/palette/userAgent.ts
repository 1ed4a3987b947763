import { version } from '@terasky/backstage-plugin-spectrocloud-token-cache/package.json';

/**
 * `User-Agent` of every call to Palette, by which its operators and its logs
 * tell Backstage from other clients.
 *
 * @public
 */
export const PALETTE_USER_AGENT = `backstage-spectrocloud/${version}`;
