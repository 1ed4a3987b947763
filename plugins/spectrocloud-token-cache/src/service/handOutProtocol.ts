import { z } from 'zod';

/** Path of the hand-out below the auth plugin's base URL. @public */
export const SESSION_TOKEN_PATH = '/spectrocloud/session-token';

/** Path of the hand-out of ID tokens below the auth plugin's base URL. @public */
export const ID_TOKEN_PATH = '/spectrocloud/id-token';

const MAX_COOKIE_CHARACTERS = 16_384;

/** What a reader asks the auth plugin. @public */
export interface SessionTokenRequest {
  /** Auth environment of the token. */
  environment: string;
  /** Value of the caller's cookie with the sealed session token of the environment. */
  sealedCookie?: string;
  /** SHA-256, base64url, of a token that Palette refused. */
  refusedTokenSha256?: string;
}

const sessionTokenRequest = z.object({
  environment: z.string().min(1).max(128),
  sealedCookie: z.string().min(1).max(MAX_COOKIE_CHARACTERS).optional(),
  refusedTokenSha256: z
    .string()
    .regex(/^[A-Za-z0-9_-]{43}$/)
    .optional(),
});

/** Checks what came over the network. @public */
export function parseSessionTokenRequest(
  body: unknown,
): SessionTokenRequest | undefined {
  return sessionTokenRequest.safeParse(body).data;
}

/** What the auth plugin answers. */
export const sessionTokenAnswer = z.object({
  token: z.string().min(1),
  expiresAt: z.iso.datetime().optional(),
  sessionId: z.string().min(1),
  environment: z.string(),
  identity: z.object({
    tenantUid: z.string(),
    tenantName: z.string().optional(),
    userUid: z.string(),
    email: z.string().optional(),
  }),
  setCookie: z.string().optional(),
});
