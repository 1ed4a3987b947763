import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { UsageBar } from '../components/UsageBar';
import { spectroCloudTranslationRef } from '../translation';
import type { GroupShare } from './shareOf';

/** What Palette counts in: milli-cores and MiB. */
const SIZES = { cores: 1_000, gib: 1_024 };

/** At most one digit after the point. */
const round = (value: number) => String(Math.round(value * 10) / 10);

/** How much of a group's quota is in use. */
export const QuotaBar = (props: {
  share: GroupShare;
  unit: 'cores' | 'gib';
}) => {
  const { share, unit } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  if (!share?.allocated) return <>{t('common.none')}</>;
  const { used = 0, allocated } = share;
  return (
    <UsageBar
      used={used}
      total={allocated}
      text={t(`clusterGroup.${unit}Used`, {
        used: round(used / SIZES[unit]),
        total: round(allocated / SIZES[unit]),
      })}
    />
  );
};
