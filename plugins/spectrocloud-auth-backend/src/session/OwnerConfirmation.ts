import {
  NotAllowedError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import {
  SingleFlight,
  type PaletteIdentity,
  type StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { isUndecided, withoutCandidate } from './candidateToken';
import { isRefusal } from './isRefusal';
import { isOwnedBy, type OwnedSession } from './paletteOwner';
import { isDecisionDue, sessionEnd } from './renewalRule';
import { renewalUnderWay } from './renewalUnderWay';
import { environmentOf, type SessionContext } from './SessionContext';
import type { SessionEnder } from './SessionEnder';

/** Longest time for writing that a candidate is a refresh token. */
const LEASE_MS = 8_000;

/** What Palette said of a session token. */
export type Confirmation =
  | { kind: 'confirmed'; identity: PaletteIdentity }
  /** Palette can't be asked now. */
  | { kind: 'unknown'; error: unknown }
  /** Palette doesn't accept the token, or there is no Palette that it could be for. */
  | { kind: 'refused' };

/** Asks Palette whose a session token is: its own claims can't be verified here. */
export class OwnerConfirmation {
  readonly #context: SessionContext;
  readonly #ender: SessionEnder;
  readonly #flights = SingleFlight.create<StoredSession | undefined>();

  private constructor(context: SessionContext, ender: SessionEnder) {
    this.#context = context;
    this.#ender = ender;
  }

  static create(options: {
    context: SessionContext;
    ender: SessionEnder;
  }): OwnerConfirmation {
    return new OwnerConfirmation(options.context, options.ender);
  }

  /** @throws `NotAllowedError` when it is another user's, or of another tenant */
  async ask(
    environment: string,
    sessionToken: string,
    subject: OwnedSession,
  ): Promise<Confirmation> {
    const palette = this.#context.palettes.get(environment);
    if (!palette) {
      return { kind: 'refused' };
    }
    let identity: PaletteIdentity;
    try {
      identity = await palette.whoAmI(sessionToken);
    } catch (error) {
      return isRefusal(error)
        ? { kind: 'refused' }
        : { kind: 'unknown', error };
    }
    if (!isOwnedBy(subject, identity)) {
      throw new NotAllowedError(
        'Palette says that the session token belongs to another user or tenant than the ID token',
      );
    }
    return { kind: 'confirmed', identity };
  }

  /**
   * Confirms a session whose token could not be confirmed when it was got.
   *
   * @returns the session as it is now; undefined when it has ended because of the answer
   * @throws `ServiceUnavailableError` when Palette still can't be asked, or another token is on its way
   */
  async confirm(session: StoredSession): Promise<StoredSession | undefined> {
    const { id, identity, tokens, version } = session;
    return identity || !tokens.sessionToken
      ? session
      : this.#flights.run(`${id} ${version}`, () => this.#confirm(session));
  }

  /**
   * Confirms a session whose token has to be known for what it is by now, or it could not be renewed.
   *
   * @returns the session as it is, if Palette can't be asked
   */
  async confirmIfDue(
    session: StoredSession,
  ): Promise<StoredSession | undefined> {
    if (!isDecisionDue(session, this.#context.now())) {
      return session;
    }
    try {
      return await this.confirm(session);
    } catch (error) {
      this.#context.logger.warn(
        `Palette session ${session.id}: ${stringifyError(error)}`,
      );
      return session;
    }
  }

  async #confirm(session: StoredSession): Promise<StoredSession | undefined> {
    const { id, environment, tokens } = session;
    let confirmation: Confirmation;
    try {
      confirmation = await this.ask(
        environment,
        tokens.sessionToken ?? '',
        session,
      );
    } catch {
      this.#context.logger.warn(
        `Palette session ${id} of ${session.userEntityRef}: its token belongs to somebody else at Palette`,
      );
      return this.#endRefused(session);
    }
    if (confirmation.kind === 'unknown') {
      throw new ServiceUnavailableError(
        'Palette can’t be asked at the moment whose its session token is',
        confirmation.error,
      );
    }
    if (confirmation.kind === 'refused') {
      return isUndecided(session)
        ? this.#dropCandidate(session)
        : this.#endRefused(session);
    }
    const { tokens: store } = this.#context.stores;
    await store.confirmIdentity(session, confirmation.identity);
    // As the row has it: with the e-mail of the ID token, which Palette's may differ from.
    return this.#confirmCurrent(id);
  }

  /** What Palette doesn't know is no session token; the session goes on with its other tokens. */
  async #dropCandidate(
    session: StoredSession,
  ): Promise<StoredSession | undefined> {
    const { leases } = this.#context.stores;
    const { id } = session;
    const lease = await leases.take(session, LEASE_MS);
    if (lease) {
      const tokens = withoutCandidate(session.tokens);
      const environment = environmentOf(this.#context, session.environment);
      const expiresAt = sessionEnd({ ...session, tokens }, environment);
      await leases.complete(lease, { ...session, tokens, expiresAt });
      this.#context.logger.debug(
        `Palette session ${id} of ${session.userEntityRef}: Palette does not know its possible session token`,
      );
    } else if (await leases.isTaken(id)) {
      throw renewalUnderWay();
    }
    return this.#confirmCurrent(id);
  }

  /** Ends a session because of its token, unless somebody has renewed that, or is about to. */
  async #endRefused(
    session: StoredSession,
  ): Promise<StoredSession | undefined> {
    const { id, version } = session;
    if (await this.#context.stores.leases.isTaken(id)) {
      throw renewalUnderWay();
    }
    const ended = await this.#ender.end(session, 'refused', { version });
    return ended ? undefined : this.#confirmCurrent(id);
  }

  async #confirmCurrent(id: string): Promise<StoredSession | undefined> {
    const current = await this.#context.stores.tokens.getSession(id);
    return current && this.confirm(current);
  }
}
