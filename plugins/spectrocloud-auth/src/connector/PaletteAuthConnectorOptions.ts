import type {
  AuthProviderInfo,
  OAuthRequestApi,
} from '@backstage/core-plugin-api';
import type { PaletteAuthBackend } from './PaletteAuthBackend';
import type { AuthResponse, PaletteSession } from './PaletteSession';
import type { PopupOptions } from './showSignInPopup';

/** What a `PaletteAuthConnector` works with. */
export interface PaletteAuthConnectorOptions {
  backend: PaletteAuthBackend;
  oauthRequestApi: OAuthRequestApi;
  provider: AuthProviderInfo;
  environment: string;
  popupOptions?: PopupOptions;
  /** Leaves the page to sign in instead of opening a popup window. */
  redirect: boolean;
  /** Whether the Backstage user signed in in another way, so that Palette is connected to them. */
  isSecondProvider: () => Promise<boolean>;
  /** The Backstage user who signed in in another way, as far as that is known by now. */
  backstageUser: () => string | undefined;
  /** The session belongs to another Backstage user now. */
  onUserChanged: () => void;
  onSignedIn: () => void;
  /** There is another session, or none any more. */
  onSession: (session: PaletteSession | undefined) => void;
  showPopup: (url: string, options?: PopupOptions) => Promise<AuthResponse>;
  navigate: (url: string) => void;
  now: () => number;
  wait: (ms: number) => Promise<void>;
}
