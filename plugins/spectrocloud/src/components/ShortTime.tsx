import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { spectroCloudTranslationRef } from '../translation';
import { formatTime } from './formatTime';
import { ageOf, agoOf } from './timeWords';

/** A time told by how long it is gone; the exact one is at hand. */
export const ShortTime = (props: { iso: string; as: 'age' | 'ago' }) => {
  const { iso, as } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const time = Date.parse(iso);
  if (Number.isNaN(time)) {
    return <>{t('common.none')}</>;
  }
  // A browser's clock may be behind.
  const gone = Math.max(Date.now() - time, 0);
  const locale = t('common.locale');
  return (
    <time dateTime={iso} title={formatTime(iso, iso, locale)}>
      {as === 'age' ? ageOf(gone, locale) : agoOf(gone, locale)}
    </time>
  );
};
