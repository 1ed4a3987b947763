import { hash, randomUUID } from 'node:crypto';
import { stringifySetCookie } from 'cookie';
import { z } from 'zod';
import type { SessionContext } from '../SessionContext';
import type { SessionEnvironment } from '../SessionEnvironment';

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

type TicketContext = Pick<SessionContext, 'keyring' | 'stores' | 'now'>;

/**
 * One-time tickets that say which Backstage user a Palette login is for, where
 * Palette doesn't sign users in itself.
 */
export class ConnectTickets {
  readonly #context: TicketContext;

  constructor(context: TicketContext) {
    this.#context = context;
  }

  /** @returns the whole `Set-Cookie` header */
  issue(userEntityRef: string, environment: SessionEnvironment): string {
    const plaintext: z.infer<typeof content> = {
      id: randomUUID(),
      userEntityRef,
      environment: environment.name,
      expiresAt: this.#context.now().getTime() + LIFE_MS,
    };
    const ticket = this.#context.keyring.seal(
      JSON.stringify(plaintext),
      CONTEXT,
    );
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
      options.ticket && this.#context.keyring.open(options.ticket, CONTEXT);
    const ticket = plaintext
      ? content.safeParse(JSON.parse(plaintext)).data
      : undefined;
    if (
      !ticket ||
      ticket.environment !== options.environment ||
      ticket.expiresAt <= this.#context.now().getTime()
    ) {
      return undefined;
    }
    const first = await this.#context.stores.loginStates.claim(
      hash('sha256', `${CONTEXT}:${ticket.id}`, 'base64url'),
      new Date(ticket.expiresAt),
    );
    return first ? { userEntityRef: ticket.userEntityRef } : undefined;
  }
}
