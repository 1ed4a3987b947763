import { AuthenticationError, isError } from '@backstage/errors';
import type { Request, Response } from 'express';
import type { ActiveSession } from '../session/SessionManager';
import type { PendingConnections } from './PendingConnections';
import type { ProviderDependencies } from './ProviderDependencies';
import type { SessionCookies } from './SessionCookies';
import type { SessionRefusals } from './SessionRefusals';

/** A session, and whether it is a connection that waits for its user. */
interface Found {
  session?: ActiveSession;
  isPending: boolean;
}

/** Finds the session of a browser, and makes sure that the caller may have it. */
export class SessionFinder {
  readonly #options: SessionFinderOptions;

  private constructor(options: SessionFinderOptions) {
    this.#options = options;
  }

  static create(options: SessionFinderOptions): SessionFinder {
    return new SessionFinder(options);
  }

  /**
   * The session, with the cookies that belong to it on the response.
   *
   * @throws AuthenticationError when it has ended, with the cookies removed
   * @throws ServiceUnavailableError when it can't be told now
   */
  async find(
    req: Request,
    res: Response,
  ): Promise<{ handle: string; session: ActiveSession }> {
    const { binding, cookies } = this.#options;
    const handle = cookies.handle(req);
    if (handle === undefined) {
      throw new AuthenticationError(
        'There is no session with Palette in this browser',
      );
    }
    const found = await this.#look(req, res, handle);
    const { session } = found;
    if (!session) {
      throw await this.#refuse(req, res, handle);
    }
    if (session.binding === 'connect' || binding === 'connect') {
      await this.#requireOwner(req, res, { handle, ...found, session });
    }
    const { setCookie } = found.isPending
      ? await this.#claim(req, res, { handle, session })
      : session;
    cookies.setSealed(res, setCookie);
    return { handle, session };
  }

  /** The session of a handle, or the connection that waits under it. */
  async #look(req: Request, res: Response, handle: string): Promise<Found> {
    const { binding, cookies, dependencies, environment, pending, refusals } =
      this.#options;
    try {
      const caller =
        binding === 'connect'
          ? (await this.#callerOf(req, res)) || undefined
          : undefined;
      const findBy = (sealedCookie: string | undefined) =>
        dependencies.sessions.refresh({
          handle,
          environment,
          sealedCookie,
          caller,
        });
      const former = cookies.formerSealed(req);
      // Only at last by the former one, which would need no replacement otherwise.
      const find = async () =>
        (await findBy(cookies.sealed(req))) ??
        (former === undefined ? undefined : findBy(former));
      const session = await find();
      if (session || binding === 'sign-in') {
        return { session, isPending: false };
      }
      const waiting = await pending.find({ handle, environment });
      return waiting
        ? { session: waiting, isPending: true }
        : // Another tab may have claimed it in between.
          { session: await find(), isPending: false };
    } catch (error) {
      throw refusals.unavailable(res, error);
    }
  }

  /** What to say of a session that is gone. The answer may reach a browser that has the cookies of a newer one by now. */
  async #refuse(req: Request, res: Response, handle: string): Promise<Error> {
    const { binding, dependencies, pending, refusals } = this.#options;
    try {
      const wasReplaced =
        (await dependencies.sessions.wasReplaced(handle)) ||
        (binding === 'connect' && (await pending.wasReplaced(handle)));
      return wasReplaced ? refusals.replaced(res) : refusals.ended(req, res);
    } catch (error) {
      return refusals.unavailable(res, error);
    }
  }

  /** A connected session is its user's only, whoever holds the cookie. */
  async #requireOwner(
    req: Request,
    res: Response,
    found: { handle: string; session: ActiveSession; isPending: boolean },
  ): Promise<void> {
    const { pending, refusals } = this.#options;
    const caller = await this.#callerOf(req, res);
    if (caller === undefined) {
      throw refusals.tokenRequired(res);
    }
    if (caller !== found.session.userEntityRef) {
      if (found.isPending) {
        await pending.drop(found.handle);
      }
      throw refusals.ended(
        req,
        res,
        'This Palette session belongs to another user',
      );
    }
  }

  /** @returns undefined when the caller doesn't say who they are, '' when a plugin calls for them */
  async #callerOf(req: Request, res: Response): Promise<string | undefined> {
    if (!req.headers.authorization) {
      return undefined;
    }
    const { dependencies, refusals } = this.#options;
    try {
      const { principal } = await dependencies.httpAuth.credentials(req, {
        allow: ['user'],
      });
      return principal.actor ? '' : principal.userEntityRef;
    } catch (error) {
      if (isError(error) && error.name === 'ServiceUnavailableError') {
        throw refusals.unavailable(res, error);
      }
      return undefined;
    }
  }

  async #claim(
    req: Request,
    res: Response,
    found: { handle: string; session: ActiveSession },
  ): Promise<{ setCookie?: string }> {
    const { dependencies, environment, pending, refusals } = this.#options;
    const { handle, session } = found;
    const { userEntityRef } = session;
    let claimed: { setCookie?: string } | undefined;
    try {
      claimed = await pending.claim(handle, userEntityRef);
    } catch (error) {
      throw refusals.unavailable(res, error);
    }
    if (!claimed) {
      // Another tab was faster.
      const theirs = await this.#look(req, res, handle);
      if (!theirs.session || theirs.isPending) {
        throw await this.#refuse(req, res, handle);
      }
      return theirs.session;
    }
    await dependencies.journal.connected({
      req,
      startedAt: Date.now(),
      environment,
      binding: 'connect',
      userEntityRef,
    });
    return claimed;
  }
}

/** What {@link SessionFinder} needs. */
export interface SessionFinderOptions {
  environment: string;
  dependencies: Pick<ProviderDependencies, 'httpAuth' | 'journal' | 'sessions'>;
  cookies: SessionCookies;
  pending: PendingConnections;
  refusals: SessionRefusals;
  /** `sign-in` where a resolver names the user. */
  binding: 'sign-in' | 'connect';
}
