import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { durationHistogram } from '@terasky/backstage-plugin-spectrocloud-token-cache';

/** What the plugin counts and times. Labels never name a user, a token or a uid. */
export interface PaletteMetrics {
  call(call: { prefix: string; status: string; seconds: number }): void;
  limiterWait(wait: {
    prefix: string;
    seconds: number;
    granted: boolean;
  }): void;
  read(read: { operation: string; result: 'hit' | 'miss' | 'joined' }): void;
}

/** Metrics through the framework's metrics service. */
export function createPaletteMetrics(metrics: MetricsService): PaletteMetrics {
  const calls = durationHistogram(
    metrics,
    'spectrocloud.palette.call.duration',
    'Calls to Palette, by prefix and status',
  );
  const waits = durationHistogram(
    metrics,
    'spectrocloud.palette.limiter.wait',
    "Time that calls waited for their turn under Palette's limits",
  );
  const reads = metrics.createCounter('spectrocloud.palette.reads', {
    description: 'Reads of lists by whether Palette had to be asked',
  });
  return {
    call: ({ prefix, status, seconds }) =>
      calls.record(seconds, { prefix, status }),
    limiterWait: ({ prefix, seconds, granted }) =>
      waits.record(seconds, { prefix, granted }),
    read: ({ operation, result }) => reads.add(1, { operation, result }),
  };
}
