import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';

/** How the renewal of a session went. */
export type RenewalOutcome =
  'renewed' | 'refused' | 'failed' | 'superseded' | 'unwritten';

/** What a look-up of a session token found. */
export type LookupResult =
  'hit' | 'restored' | 'miss' | 'expired' | 'unreadable';

/** Counts what happens to sessions. */
export class SessionMetrics {
  readonly #renewals: MetricsServiceCounter;
  readonly #renewalDuration: MetricsServiceHistogram;
  readonly #lookups: MetricsServiceCounter;
  readonly #ends: MetricsServiceCounter;

  private constructor(metrics: MetricsService) {
    this.#renewals = metrics.createCounter('spectrocloud.session.renewals', {
      description: 'Renewals of Palette sessions, by outcome',
    });
    this.#renewalDuration = metrics.createHistogram(
      'spectrocloud.session.renewal.duration',
      { description: 'Time that a renewal took, by outcome', unit: 's' },
    );
    this.#lookups = metrics.createCounter('spectrocloud.token.lookups', {
      description: 'Look-ups of Palette session tokens, by result',
    });
    this.#ends = metrics.createCounter('spectrocloud.session.ends', {
      description: 'Palette sessions that ended, by reason',
    });
  }

  static create(metrics: MetricsService): SessionMetrics {
    return new SessionMetrics(metrics);
  }

  renewed(outcome: RenewalOutcome, seconds: number): void {
    this.#renewals.add(1, { outcome });
    this.#renewalDuration.record(seconds, { outcome });
  }

  lookedUp(result: LookupResult): void {
    this.#lookups.add(1, { result });
  }

  ended(reason: string, sessions = 1): void {
    this.#ends.add(sessions, { reason });
  }
}
