import { durationToMilliseconds } from '@backstage/types';
import type { ProviderConfig } from './ProviderConfig';

/** How far a provider's runs are apart; not known of a schedule in days of the week and the like. */
export function msBetweenRuns({
  schedule: { frequency },
}: Pick<ProviderConfig, 'schedule'>): number | undefined {
  return 'cron' in frequency || 'trigger' in frequency
    ? undefined
    : durationToMilliseconds(frequency);
}
