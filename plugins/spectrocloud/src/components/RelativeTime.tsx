import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { spectroCloudTranslationRef } from '../translation';
import { formatTime } from './formatTime';
import { agoOf } from './timeWords';

/** A time as people tell it, with the exact one beside it. */
export const RelativeTime = (props: { iso?: string }) => {
  const { iso = '' } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const time = Date.parse(iso);
  if (Number.isNaN(time)) {
    return <>{t('common.none')}</>;
  }
  const locale = t('common.locale');
  return (
    <time dateTime={iso}>
      {agoOf(Date.now() - time, locale)} (
      {formatTime(iso, t('common.none'), locale)})
    </time>
  );
};
