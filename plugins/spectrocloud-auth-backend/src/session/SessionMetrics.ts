import type {
  MetricsService,
  MetricsServiceCounter,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';
import { durationHistogram } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { EndReason } from './SessionManager';

/** How the renewal of a session went. */
export type RenewalOutcome =
  'renewed' | 'refused' | 'failed' | 'superseded' | 'unwritten';

/** What a look-up of a session token found. */
export type LookupResult =
  'hit' | 'restored' | 'miss' | 'expired' | 'unreadable';

/** Counts what happens to sessions. */
export interface SessionMetrics {
  renewals: MetricsServiceCounter<{ outcome: RenewalOutcome }>;
  /** In seconds. */
  renewalDuration: MetricsServiceHistogram<{ outcome: RenewalOutcome }>;
  lookups: MetricsServiceCounter<{ result: LookupResult }>;
  ends: MetricsServiceCounter<{ reason: EndReason }>;
}

/** Creates the metrics of sessions. */
export function createSessionMetrics(metrics: MetricsService): SessionMetrics {
  return {
    renewals: metrics.createCounter('spectrocloud.session.renewals', {
      description: 'Renewals of Palette sessions, by outcome',
    }),
    renewalDuration: durationHistogram(
      metrics,
      'spectrocloud.session.renewal.duration',
      'Time that a renewal took, by outcome',
    ),
    lookups: metrics.createCounter('spectrocloud.token.lookups', {
      description: 'Look-ups of Palette session tokens, by result',
    }),
    ends: metrics.createCounter('spectrocloud.session.ends', {
      description: 'Palette sessions that ended, by reason',
    }),
  };
}
