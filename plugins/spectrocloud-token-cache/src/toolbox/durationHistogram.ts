import type {
  MetricsService,
  MetricsServiceHistogram,
} from '@backstage/backend-plugin-api/alpha';

/** From a call that a cache answered to one that is about to be given up. */
const BOUNDARIES_SECONDS = [
  0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30,
];

/**
 * A histogram of durations in seconds.
 *
 * Its name ends with the unit, which the Prometheus exporter of the SDK doesn't add;
 * and it says its buckets, as the SDK's own ones begin with 0, 5 and 10.
 *
 * @param name - without the unit
 * @public
 */
export function durationHistogram(
  metrics: MetricsService,
  name: string,
  description: string,
): MetricsServiceHistogram {
  return metrics.createHistogram(`${name}.seconds`, {
    description,
    unit: 's',
    advice: { explicitBucketBoundaries: BOUNDARIES_SECONDS },
  });
}
