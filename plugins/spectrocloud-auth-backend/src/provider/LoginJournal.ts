import { randomBytes } from 'node:crypto';
import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import { durationHistogram } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { Request } from 'express';
import { LoginFailure, ShownFailure } from '../login/LoginFailure';
import { describeFailure } from '../login/describeFailure';
import { Occurrences } from './Occurrences';

/** Letters and digits that are not mistaken for each other when read out. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

function createReference(): string {
  const characters = [...randomBytes(8)].map(byte => ALPHABET[byte % 32]);
  return `${characters.slice(0, 4).join('')}-${characters.slice(4).join('')}`;
}

/** Records how sign-ins end: in the log, as metrics, and for the auditor. */
export class LoginJournal {
  readonly #logger: LoggerService;
  readonly #auditor: AuditorService;
  readonly #signIns?: MetricsServiceCounter;
  readonly #duration?: MetricsServiceHistogram;
  readonly #postponed: Occurrences;
  readonly #unredeemed: Occurrences;

  constructor(options: LoginJournalOptions) {
    this.#logger = options.logger;
    this.#auditor = options.auditor;
    this.#postponed = new Occurrences(options);
    this.#unredeemed = new Occurrences({ ...options, single: 20 });
    this.#signIns = options.metrics?.createCounter('spectrocloud.sign_ins', {
      description: 'Sign-ins with Palette by outcome and reason',
    });
    this.#duration =
      options.metrics &&
      durationHistogram(
        options.metrics,
        'spectrocloud.sign_in.duration',
        'Time a sign-in callback takes',
      );
  }

  async succeeded(entry: LoginEntry & { userEntityRef: string }) {
    const { binding, environment, userEntityRef } = entry;
    this.#measure(entry, 'success', 'none');
    if (binding === 'connect') {
      // Whose connection it is, is known only when that user claims it.
      this.#logger.info(
        `A Palette login waits to be connected (environment ${environment})`,
      );
      await this.#audit(entry, { waitsFor: userEntityRef });
      return;
    }
    this.#logger.info(
      `${userEntityRef} signed in with Palette (environment ${environment})`,
    );
    await this.#audit(entry, { userEntityRef });
  }

  /** A waiting connection was claimed by its user. */
  async connected(entry: LoginEntry & { userEntityRef: string }) {
    const { environment, userEntityRef } = entry;
    this.#logger.info(
      `${userEntityRef} has connected Palette (environment ${environment})`,
    );
    await this.#audit(entry, { userEntityRef }, undefined, 'palette-connect');
  }

  /** Too many sign in. That is when a line for each would be too many, too. */
  postponed(entry: LoginEntry): void {
    this.#measure(entry, 'failure', 'busy');
    const count = this.#postponed.note();
    if (count > 0) {
      this.#logger.warn(
        `${count} sign-ins with Palette were asked to come back later, since more arrived than Palette's token endpoint takes (tokenEndpointRateLimit)`,
      );
    }
  }

  /** @returns the failure as the user may see it, with a reference that the log line carries too */
  async failed(
    entry: LoginEntry,
    failure: LoginFailure,
  ): Promise<ShownFailure> {
    const reference = createReference();
    this.#measure(entry, 'failure', failure.reason);
    this.#logger.warn(
      `Sign-in with Palette failed (environment ${entry.environment}, reference ${reference}): ${describeFailure(failure)}`,
    );
    await this.#audit(entry, { reason: failure.reason, reference }, failure);
    return new ShownFailure(failure, reference);
  }

  /**
   * The same of an authorization response whose code was not redeemed. Anybody can send such
   * responses as often as they like, for no sign-in or for one over and over, so not each is told.
   */
  async refused(
    entry: LoginEntry,
    failure: LoginFailure,
  ): Promise<ShownFailure> {
    const count = this.#unredeemed.note();
    if (count === 0) {
      this.#measure(entry, 'failure', failure.reason);
      return new ShownFailure(failure);
    }
    if (count > 1) {
      this.#logger.warn(
        `${count} authorization responses were refused before their codes were redeemed; not each of them is logged`,
      );
    }
    return this.failed(entry, failure);
  }

  #measure(entry: LoginEntry, outcome: string, reason: string): void {
    const { environment } = entry;
    this.#signIns?.add(1, { environment, outcome, reason });
    this.#duration?.record((Date.now() - entry.startedAt) / 1000, {
      environment,
      outcome,
    });
  }

  async #audit(
    entry: LoginEntry,
    meta: Record<string, string>,
    failure?: LoginFailure,
    eventId = 'palette-sign-in',
  ): Promise<void> {
    try {
      const event = await this.#auditor.createEvent({
        eventId,
        severityLevel: 'medium',
        request: entry.req,
        meta: { environment: entry.environment, binding: entry.binding },
      });
      await (failure
        ? event.fail({ meta, error: new Error(failure.reason) })
        : event.success({ meta }));
    } catch {
      this.#logger.error('A sign-in could not be recorded by the auditor');
    }
  }
}

/** One callback. */
export interface LoginEntry {
  req: Request;
  environment: string;
  binding: 'sign-in' | 'connect' | 'unknown';
  /** Milliseconds since the epoch. */
  startedAt: number;
}

/** What {@link LoginJournal} needs. */
export interface LoginJournalOptions {
  logger: LoggerService;
  auditor: AuditorService;
  metrics?: MetricsService;
  now?: () => number;
}
