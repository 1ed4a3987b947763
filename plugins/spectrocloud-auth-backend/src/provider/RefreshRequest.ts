import type { Request, Response } from 'express';
import type { ProviderContext, ServedEnvironment } from './ProviderContext';
import type { SessionCookies } from './SessionCookies';

/** A request to refresh the session of a browser, found to be the app's. */
export interface RefreshRequest {
  context: ProviderContext;
  environment: ServedEnvironment;
  cookies: SessionCookies;
  /** The session's, or that of a connection that waits for its user. */
  handle: string;
  /** Who asks, once that was looked at. */
  caller?: Promise<string | undefined>;
  req: Request;
  res: Response;
}
