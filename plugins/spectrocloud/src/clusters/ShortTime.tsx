import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { formatTime } from '../components/formatTime';
import { spectroCloudTranslationRef } from '../translation';

const SECOND = 1_000;
const UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
] as const;

/** How many of the largest unit of which there is one. */
function inUnits(ms: number): [count: number, unit: (typeof UNITS)[number][0]] {
  const seconds = Math.max(ms / SECOND, 0);
  const [unit, size] =
    UNITS.find(([, each]) => seconds >= each) ?? UNITS[UNITS.length - 1];
  return [Math.floor(seconds / size), unit];
}

/** How old something is, as `8 months`. */
export function ageOf(ms: number, locale: string): string {
  const [count, unit] = inUnits(ms);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'long',
  }).format(count);
}

/** When something happened, as `3 minutes ago`. */
export function agoOf(ms: number, locale: string): string {
  const [count, unit] = inUnits(ms);
  return new Intl.RelativeTimeFormat(locale).format(-count, unit);
}

/** A time told by how long it is gone; the exact one is at hand. */
export const ShortTime = (props: { iso: string; as: 'age' | 'ago' }) => {
  const { iso, as } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const time = Date.parse(iso);
  if (Number.isNaN(time)) {
    return <>{t('common.none')}</>;
  }
  const gone = Date.now() - time;
  const locale = t('clusters.locale');
  return (
    <time dateTime={iso} title={formatTime(iso, iso)}>
      {as === 'age' ? ageOf(gone, locale) : agoOf(gone, locale)}
    </time>
  );
};
