/** What the popup tells the app. */
export interface PopupMessage {
  type: string;
  error?: { name: string; message: string };
  response?: {
    profile: Record<string, string>;
    providerInfo: {
      accessToken: string;
      idToken?: string;
      scope: string;
      expiresInSeconds?: number;
      sessionEndsInSeconds?: number;
    };
    backstageIdentity?: {
      token: string;
      identity: { userEntityRef: string };
    };
  };
}

/** Reads the message out of the popup's page, and to which origin it is posted. */
export function readPopup(html: string): {
  message: PopupMessage;
  origin: string;
} {
  const [, data] = /authResponse = decodeURIComponent\('([^']*)'\)/.exec(html)!;
  const [, origin] = /origin = decodeURIComponent\('([^']*)'\)/.exec(html)!;
  return {
    message: JSON.parse(decodeURIComponent(data)),
    origin: decodeURIComponent(origin),
  };
}
