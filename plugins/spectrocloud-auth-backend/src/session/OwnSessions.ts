import type {
  SessionOwner,
  StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { sha256 } from '../sha256';
import { isSamePaletteUser } from './paletteOwner';
import type { PendingEnds } from './PendingEnds';
import type { SessionContext } from './SessionContext';
import type { SessionEnder } from './SessionEnder';
import type { LookupResult } from './SessionMetrics';
import type { SessionRenewer } from './SessionRenewer';

/** Sessions, the newest first, and what a look-up is counted as if none of them serves. */
interface FoundSessions {
  sessions: StoredSession[];
  result: LookupResult;
}

/** Finds the sessions that a user's tokens may come from. */
export class OwnSessions {
  readonly #options: OwnSessionsOptions;

  private constructor(options: OwnSessionsOptions) {
    this.#options = options;
  }

  static create(options: OwnSessionsOptions): OwnSessions {
    return new OwnSessions(options);
  }

  /** The user's sessions of one Palette identity, the newest one's; those of a former one end here if they haven't yet. */
  async read(owner: SessionOwner): Promise<FoundSessions> {
    const { context, ender, pendingEnds } = this.#options;
    const { sessions: found, unreadable } =
      await context.stores.tokens.readSessions(owner);
    const sessions = found.filter(({ id }) => !pendingEnds.has(id));
    const own: StoredSession[] = [];
    for (const session of sessions) {
      if (isSamePaletteUser(session, sessions[0])) {
        own.push(session);
      } else {
        await ender.end(session, 'other-identity', {
          version: session.version,
        });
      }
    }
    if (own.length > 0) {
      return { sessions: own, result: 'expired' };
    }
    return { sessions: own, result: unreadable > 0 ? 'unreadable' : 'miss' };
  }

  /** Those of them whose token Palette didn't refuse; the refused one may be an older session's. */
  async readAccepted(
    request: SessionOwner & { refusedTokenSha256?: string },
  ): Promise<FoundSessions> {
    const { refusedTokenSha256 } = request;
    const { sessions, result } = await this.read(request);
    if (!refusedTokenSha256) {
      return { sessions, result };
    }
    const accepted: StoredSession[] = [];
    for (const session of sessions) {
      const current = await this.#withoutRefused(session, refusedTokenSha256);
      if (current) {
        accepted.push(current);
      }
    }
    return { sessions: accepted, result };
  }

  /** Drops the session if it still holds the token that Palette refused; a newer token stays. */
  async #withoutRefused(
    session: StoredSession,
    refusedTokenSha256: string,
  ): Promise<StoredSession | undefined> {
    const { context, ender, renewer } = this.#options;
    const isRefused = ({ tokens }: StoredSession) =>
      tokens.sessionToken !== undefined &&
      sha256(tokens.sessionToken) === refusedTokenSha256;
    if (!isRefused(session)) {
      return session;
    }
    const settled = await renewer.settle(session);
    if (!settled || !isRefused(settled)) {
      return settled;
    }
    const { version } = settled;
    const ended = await ender.end(settled, 'refused', { version });
    return ended ? undefined : context.stores.tokens.getSession(settled.id);
  }
}

/** What {@link OwnSessions.create} needs. */
export interface OwnSessionsOptions {
  context: SessionContext;
  ender: SessionEnder;
  pendingEnds: PendingEnds;
  renewer: SessionRenewer;
}
