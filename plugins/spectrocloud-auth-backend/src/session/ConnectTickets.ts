import { randomUUID } from 'node:crypto';
import type {
  Keyring,
  LoginStateStore,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { stringifySetCookie } from 'cookie';
import { z } from 'zod';
import { sha256 } from '../sha256';
import type { SessionEnvironment } from './SessionEnvironment';

/** Cookie that carries a connect ticket from the signed-in user's browser to the start of a login at an environment. */
export function connectTicketCookie(environment: string): string {
  return `spectrocloud-connect-ticket-${environment}`;
}

const CONTEXT = 'connect-ticket';
const LIFE_MS = 600_000;

const content = z.object({
  id: z.string(),
  userEntityRef: z.string(),
  environment: z.string(),
  expiresAt: z.number(),
});

/**
 * One-time tickets that say which Backstage user a Palette login is for, where
 * Palette doesn't sign users in itself.
 */
export class ConnectTickets {
  readonly #keyring: Keyring;
  readonly #loginStates: LoginStateStore;
  readonly #now: () => Date;

  private constructor(options: ConnectTicketsOptions) {
    this.#keyring = options.keyring;
    this.#loginStates = options.loginStates;
    this.#now = options.now;
  }

  static create(options: ConnectTicketsOptions): ConnectTickets {
    return new ConnectTickets(options);
  }

  /** @returns the whole `Set-Cookie` header */
  issue(userEntityRef: string, environment: SessionEnvironment): string {
    const plaintext: z.infer<typeof content> = {
      id: randomUUID(),
      userEntityRef,
      environment: environment.name,
      expiresAt: this.#now().getTime() + LIFE_MS,
    };
    const ticket = this.#keyring.seal(JSON.stringify(plaintext), CONTEXT);
    const { secure, sameSite, authPath } = environment.cookie;
    // Host only: neither the start of a login nor its callback is elsewhere.
    return stringifySetCookie(connectTicketCookie(environment.name), ticket, {
      secure,
      sameSite,
      path: authPath,
      httpOnly: true,
      maxAge: LIFE_MS / 1000,
    });
  }

  /**
   * Uses a ticket up.
   *
   * @returns undefined for a ticket of another environment, an expired or a used one
   * @throws `ServiceUnavailableError` when the database can't tell whether it was used
   */
  async redeem(options: {
    ticket: string | undefined;
    environment: string;
  }): Promise<{ userEntityRef: string } | undefined> {
    const plaintext =
      options.ticket && this.#keyring.open(options.ticket, CONTEXT);
    const ticket = plaintext
      ? content.safeParse(JSON.parse(plaintext)).data
      : undefined;
    if (
      !ticket ||
      ticket.environment !== options.environment ||
      ticket.expiresAt <= this.#now().getTime()
    ) {
      return undefined;
    }
    const first = await this.#loginStates.claim(
      sha256(`${CONTEXT}:${ticket.id}`),
      new Date(ticket.expiresAt),
    );
    return first ? { userEntityRef: ticket.userEntityRef } : undefined;
  }
}

/** What {@link ConnectTickets.create} needs. */
export interface ConnectTicketsOptions {
  keyring: Keyring;
  loginStates: LoginStateStore;
  now: () => Date;
}
