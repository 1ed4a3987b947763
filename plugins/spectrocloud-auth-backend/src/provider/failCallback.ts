import type { Response } from 'express';
import type { Login } from '../login/LoginCookies';
import {
  LoginFailure,
  type LoginFailureReason,
  ShownFailure,
} from '../login/LoginFailure';
import { SignInsBusy } from '../login/SignInsBusy';
import { setRetryAfter } from '../retryAfter';
import type { LoginEntry } from './LoginJournal';
import type { ProviderContext, ServedEnvironment } from './ProviderContext';
import { type AppReturn, returnFailure } from './appResponse';

/** Failures after its turn that a client can bring about as often as it likes. */
const WASTED: LoginFailureReason[] = [
  'code_rejected',
  'connect_only',
  'login_used',
];

/** How far a callback has come. */
export interface CallbackProgress {
  entry: LoginEntry;
  appReturn: AppReturn;
  /** Set once the login of this browser has been found. */
  begun?: { state: string; login: Login; environment: ServedEnvironment };
  /** What the client's address counts as; set once it has had its turn. */
  client?: string;
  /** Whether the login is used up: what fails from here on is no repetition. */
  isClaimed?: boolean;
}

/** Tells the app, the log and the auditor that a login failed, and why. */
export async function failCallback(
  { journal, loginCookies }: ProviderContext,
  { appReturn, begun, client, entry, isClaimed }: CallbackProgress,
  { error, res }: { error: unknown; res: Response },
): Promise<void> {
  if (error instanceof SignInsBusy) {
    // Nothing of the login is used up: the browser may come back with the same response.
    journal.postponed(entry);
    res.status(429);
    setRetryAfter(res, error.retryAfterSeconds);
    returnFailure(res, appReturn, new ShownFailure(error));
    return;
  }
  const failure =
    error instanceof LoginFailure ? error : new LoginFailure('internal', error);
  if (client !== undefined && WASTED.includes(failure.reason)) {
    begun?.environment.redemptions?.note(client, false);
  }
  const shown = await (isClaimed
    ? journal.failed(entry, failure)
    : journal.refused(entry, failure));
  if (res.headersSent) {
    return;
  }
  if (begun) {
    loginCookies.remove(res, begun.state, begun.login);
  }
  returnFailure(res, appReturn, shown);
}
