import { stringifyError } from '@backstage/errors';
import type { ApiTokenCookie } from './ApiTokenCookie';
import { findEndable } from './findEndable';
import { hashHandle } from './hashHandle';
import type { PendingEnds } from './PendingEnds';
import type { SessionContext } from './SessionContext';
import type { EndableSession, SessionEnder } from './SessionEnder';
import type { EndReason } from './SessionManager';

/** Ends the sessions of browsers, for good: where the database can't do it now, it is tried again. */
export class SessionCloser {
  readonly #options: SessionCloserOptions;

  private constructor(options: SessionCloserOptions) {
    this.#options = options;
  }

  static create(options: SessionCloserOptions): SessionCloser {
    return new SessionCloser(options);
  }

  /** Ends the session of a handle. Never throws. */
  async end(options: {
    handle: string;
    reason: EndReason;
    sealedCookie?: string;
  }): Promise<void> {
    const id = hashHandle(options.handle);
    const opened = this.#options.cookie.open(options.sealedCookie);
    await this.#endForGood(
      id,
      options.reason,
      opened?.id === id ? opened : undefined,
    );
  }

  /** Ends the session that a sealed cookie names, if it is one of the environment. Never throws. */
  async endByCookie(options: {
    environment: string;
    sealedCookie: string | undefined;
    reason: EndReason;
  }): Promise<void> {
    const opened = this.#options.cookie.open(options.sealedCookie);
    if (opened?.environment === options.environment) {
      await this.#endForGood(opened.id, options.reason, opened);
    }
  }

  /** Ends a session that nobody was given, whether or not the database has its row by now. Never throws. */
  async endUnborn(session: EndableSession): Promise<void> {
    await this.#endForGood(session.id, 'revoked', session);
  }

  /** @param known - the session as its cookie proves it, also where its row is lost */
  async #endForGood(
    id: string,
    reason: EndReason,
    known: EndableSession | undefined,
  ): Promise<void> {
    const { context, ender, pendingEnds } = this.#options;
    let session: EndableSession | undefined = known;
    const work = async () => {
      session = (await findEndable(context.stores.tokens, id)) ?? known;
      // A handle without row and cookie leaves no trace, or anybody could fill the database.
      if (session) {
        await ender.end(session, reason);
      }
    };
    try {
      await work();
    } catch (error) {
      context.logger.error(
        `Palette session ${id} could not be ended, which is tried again: ${stringifyError(
          error,
        )}`,
      );
      pendingEnds.add({ id, isProven: session !== undefined, work });
      if (session) {
        // The row stays for now, but what it holds is worth nothing any more.
        const { environment } = session;
        await ender.announce({ sessionIds: [id], environment });
        await ender.revokeUnlisted(session);
      }
    }
  }
}

/** What {@link SessionCloser.create} needs. */
export interface SessionCloserOptions {
  context: SessionContext;
  cookie: ApiTokenCookie;
  ender: SessionEnder;
  pendingEnds: PendingEnds;
}
