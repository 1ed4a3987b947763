import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { spectroCloudTranslationRef } from '../translation';
import { formatTime } from './formatTime';

const UNITS: Array<[Intl.RelativeTimeFormatUnit, number]> = [
  ['year', 365 * 24 * 3_600_000],
  ['month', 30 * 24 * 3_600_000],
  ['week', 7 * 24 * 3_600_000],
  ['day', 24 * 3_600_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago, or ahead, in the largest unit that there is at least one of. */
export function relativeTime(iso: string, now: number, locale: string): string {
  const ms = new Date(iso).getTime() - now;
  const [unit, size] = UNITS.find(([, each]) => Math.abs(ms) >= each) ?? [
    'second' as const,
    1_000,
  ];
  return new Intl.RelativeTimeFormat(locale).format(
    Math.trunc(ms / size),
    unit,
  );
}

/** A time as people tell it, with the exact one beside it. */
export const RelativeTime = (props: { iso?: string }) => {
  const { iso } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  if (!iso || Number.isNaN(new Date(iso).getTime())) {
    return <>{t('common.none')}</>;
  }
  return (
    <time dateTime={iso}>
      {relativeTime(iso, Date.now(), t('common.locale'))} (
      {formatTime(iso, t('common.none'))})
    </time>
  );
};
