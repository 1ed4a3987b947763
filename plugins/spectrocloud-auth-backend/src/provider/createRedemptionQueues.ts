import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import { RedemptionQueue } from './RedemptionQueue';

/** Palette counts by address and path prefix, and all of its tenants share the prefix. */
function originOf({ issuer, tokenUrl }: EnvironmentConfig): string {
  return new URL(tokenUrl ?? issuer).origin;
}

/** The queue of each environment: one for all at one Palette, with the lowest of their limits; none where that is 0. */
export function createRedemptionQueues(
  environments: EnvironmentConfig[],
): Map<string, RedemptionQueue> {
  const limited = environments.filter(
    ({ tokenEndpointRateLimit }) => tokenEndpointRateLimit > 0,
  );
  const queues = new Map<string, RedemptionQueue>();
  for (const origin of new Set(limited.map(originOf))) {
    const there = limited.filter(
      environment => originOf(environment) === origin,
    );
    const queue = new RedemptionQueue({
      perSecond: Math.min(
        ...there.map(({ tokenEndpointRateLimit }) => tokenEndpointRateLimit),
      ),
    });
    there.forEach(({ name }) => queues.set(name, queue));
  }
  return queues;
}
