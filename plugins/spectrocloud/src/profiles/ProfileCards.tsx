import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import type { ReactNode } from 'react';
import { CardGrid } from '../components/CardGrid';
import { CopyText } from '../components/CopyText';
import { Facts } from '../components/Facts';
import { PackTable } from '../components/PackTable';
import { spectroCloudTranslationRef } from '../translation';
import { CompareCard } from './CompareCard';
import { ProfileVersionsCard } from './ProfileVersionsCard';
import { VariablesCard } from './VariablesCard';

const useStyles = makeStyles(theme => ({
  wide: {
    display: 'grid',
    // A table in it scrolls, rather than make it wider.
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
    marginTop: theme.spacing(3),
  },
}));

const fact = (name: string, value: ReactNode): [string, ReactNode] => [
  name,
  value,
];

/** Everything about a profile, on its own page and in the tab of an entity. */
export const ProfileCards = ({ profile }: { profile: ClusterProfile }) => {
  const { metadata, spec } = profile;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const none = t('common.none');
  const classes = useStyles();
  return (
    <>
      <CardGrid>
        <InfoCard title={t('cluster.overview')}>
          <Facts
            facts={[
              ...(spec.description
                ? [fact(t('entity.description'), spec.description)]
                : []),
              [
                t('clusters.name'),
                <CopyText text={metadata.name} name={t('clusters.name')} />,
              ],
              [t('profiles.type'), spec.type ?? none],
              [t('clusters.cloud'), spec.cloudType ?? none],
              [t('profiles.version'), spec.version ?? none],
              [
                t('cluster.uid'),
                <CopyText text={metadata.uid} name={t('cluster.uid')} isCode />,
              ],
            ]}
          />
        </InfoCard>
        <InfoCard title={t('profiles.packsTitle')}>
          <PackTable label={t('profiles.packsTitle')} packs={spec.packs} />
        </InfoCard>
      </CardGrid>
      <div className={classes.wide}>
        <CompareCard profile={profile} />
        <ProfileVersionsCard profile={profile} />
        <VariablesCard uid={metadata.uid} />
      </div>
    </>
  );
};
