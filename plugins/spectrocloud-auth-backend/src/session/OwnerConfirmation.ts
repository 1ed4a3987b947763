import {
  isError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type {
  PaletteIdentity,
  StoredSession,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { isPaletteOwner, isSamePaletteUser } from './paletteOwner';
import { paletteOf, type SessionContext } from './SessionContext';
import type { SessionEnder } from './SessionEnder';
import type { SessionSubject } from './SessionManager';

/** What Palette said of a session token. */
export type Confirmation =
  | { kind: 'confirmed'; identity: PaletteIdentity }
  /** Palette can't be asked now. */
  | { kind: 'unknown'; error: unknown }
  /** Palette doesn't accept the token. */
  | { kind: 'refused' };

/** Asks Palette whose a session token is: its own claims can't be verified here. */
export class OwnerConfirmation {
  readonly #context: SessionContext;
  readonly #ender: SessionEnder;

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
    subject: SessionSubject & { identity?: PaletteIdentity },
  ): Promise<Confirmation> {
    let identity: PaletteIdentity;
    try {
      identity = await paletteOf(this.#context, environment).whoAmI(
        sessionToken,
      );
    } catch (error) {
      return isError(error) && error.name === 'AuthenticationError'
        ? { kind: 'refused' }
        : { kind: 'unknown', error };
    }
    // Once Palette has told whose the session is, it has to stay theirs.
    const isOwner = subject.identity
      ? isSamePaletteUser(subject, { ...subject, identity })
      : isPaletteOwner(identity, subject);
    if (!isOwner) {
      throw new NotAllowedError(
        'Palette says that the session token belongs to another user or tenant than the ID token',
      );
    }
    return { kind: 'confirmed', identity };
  }

  /**
   * Confirms a session whose token could not be confirmed at sign-in.
   *
   * @returns undefined when the session has ended because of the answer
   * @throws `ServiceUnavailableError` when Palette still can't be asked
   */
  async confirm(session: StoredSession): Promise<StoredSession | undefined> {
    if (session.identity || !session.tokens.sessionToken) {
      return session;
    }
    const { id, environment, version } = session;
    let confirmation: Confirmation;
    try {
      confirmation = await this.ask(
        environment,
        session.tokens.sessionToken,
        session,
      );
    } catch (error) {
      this.#context.logger.warn(
        `Palette session ${id} of ${session.userEntityRef} dropped: its token belongs to somebody else at Palette`,
      );
      confirmation = { kind: 'refused' };
    }
    if (confirmation.kind === 'unknown') {
      throw new ServiceUnavailableError(
        'Palette can’t be asked at the moment whose its session token is',
        confirmation.error,
      );
    }
    if (confirmation.kind === 'refused') {
      await this.#ender.end(session, 'refused', { version });
      return undefined;
    }
    const { identity } = confirmation;
    await this.#context.stores.tokens.confirmIdentity(id, identity);
    return { ...session, identity };
  }
}
