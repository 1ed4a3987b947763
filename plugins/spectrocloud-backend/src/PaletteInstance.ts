import type { PaletteIdentity } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { PaletteTransport } from './palette/PaletteTransport';

/** One Palette that is served: `spectrocloud.environments[]`. */
export interface PaletteInstance {
  name: string;
  /** Where its users sign in: `auth.providers.spectrocloud.<authEnvironment>`. */
  authEnvironment: string;
  /** Cookie with the sealed session token of that auth environment. */
  apiTokenCookie: string;
  /** Uid or organisation name that tokens must belong to. */
  tenant?: string;
  /** For service principals only, where `allowServiceTokenFallback` is on. */
  apiToken?: string;
  transport: PaletteTransport;
  /** What the log was told of it already, so that it is told once. */
  told: Set<string>;
  /** Who Palette says the owner of a session token is; asked in the user's turn. */
  whoAmI(token: string, userKey: string): Promise<PaletteIdentity>;
}
