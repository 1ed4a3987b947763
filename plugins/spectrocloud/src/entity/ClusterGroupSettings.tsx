import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ClusterGroup } from '@terasky/backstage-plugin-spectrocloud-common';
import { ClusterGroupPolicies } from '../clusterGroups/ClusterGroupPolicies';
import { CardGrid } from '../components/CardGrid';
import { LazyYamlViewer } from '../components/LazyYamlViewer';
import { PackTable } from '../components/PackTable';
import { spectroCloudTranslationRef } from '../translation';
import { ClusterGroupFacts } from './ClusterGroupFacts';

const useStyles = makeStyles(theme => ({
  wide: { marginTop: theme.spacing(3) },
  component: { '& + &': { marginTop: theme.spacing(3) } },
}));

/** Everything about a cluster group. */
export const ClusterGroupSettings = ({ group }: { group: ClusterGroup }) => {
  const { components = [], values } = group.spec;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  return (
    <>
      <CardGrid>
        <InfoCard title={t('cluster.overview')}>
          <ClusterGroupFacts group={group} />
        </InfoCard>
        <InfoCard title={t('clusterGroup.policies')}>
          <ClusterGroupPolicies group={group} />
        </InfoCard>
        <InfoCard title={t('clusterGroup.components')}>
          {components.length === 0 && (
            <Typography variant="body2" color="textSecondary">
              {t('clusterGroup.noComponents')}
            </Typography>
          )}
          {components.map(({ uid, name = uid, packs }) => (
            <section key={uid} className={classes.component}>
              <Typography variant="subtitle2" component="h3">
                {name}
              </Typography>
              <PackTable label={name} packs={packs} />
            </section>
          ))}
        </InfoCard>
      </CardGrid>
      <div className={classes.wide}>
        <InfoCard title={t('clusterGroup.values')}>
          {values === undefined ? (
            <Typography variant="body2" color="textSecondary">
              {t('clusterGroup.noValues')}
            </Typography>
          ) : (
            <LazyYamlViewer text={values} label={t('clusterGroup.values')} />
          )}
        </InfoCard>
      </div>
    </>
  );
};
