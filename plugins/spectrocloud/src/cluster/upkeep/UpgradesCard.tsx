import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { Facts } from '../../components/Facts';
import { RelativeTime } from '../../components/RelativeTime';
import { StateLabel } from '../../components/StateLabel';
import { spectroCloudTranslationRef } from '../../translation';

/** What was upgraded and when, newest first. */
export const UpgradesCard = ({ cluster }: { cluster: Cluster }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const upgrades = [...(cluster.status.upgrades ?? [])].sort((a, b) =>
    (b.at ?? '').localeCompare(a.at ?? ''),
  );
  return (
    <InfoCard title={t('upkeep.upgrades')}>
      <Facts
        facts={[
          [
            t('upkeep.agentUpgrades'),
            cluster.spec.agentUpgradesPaused ? (
              <StateLabel state="Paused" />
            ) : (
              t('upkeep.agentUpgradesOn')
            ),
          ],
        ]}
      />
      {upgrades.length === 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('upkeep.noUpgrades')}
        </Typography>
      ) : (
        <ul aria-label={t('upkeep.upgrades')}>
          {upgrades.map(({ at, reasons }, index) => (
            <Typography key={`${at}${index}`} component="li" variant="body2">
              <RelativeTime iso={at} />
              {reasons.length > 0 && `: ${reasons.join('; ')}`}
            </Typography>
          ))}
        </ul>
      )}
    </InfoCard>
  );
};
