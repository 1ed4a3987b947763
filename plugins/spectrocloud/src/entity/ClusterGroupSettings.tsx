import { InfoCard } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ClusterGroup } from '@terasky/backstage-plugin-spectrocloud-common';
import { CardGrid } from '../components/CardGrid';
import { Facts } from '../components/Facts';
import { LazyYamlViewer } from '../components/LazyYamlViewer';
import { PackTable } from '../components/PackTable';
import { spectroCloudTranslationRef } from '../translation';
import { ClusterGroupFacts } from './ClusterGroupFacts';

const MILLI = 1_000;
const MIB_PER_GIB = 1_024;

const useStyles = makeStyles(theme => ({
  wide: { marginTop: theme.spacing(3) },
  component: { '& + &': { marginTop: theme.spacing(3) } },
}));

/** What a virtual cluster of the group may have, and how it is reached. */
const PoliciesCard = ({ group }: { group: ClusterGroup }) => {
  const { limits, endpointType, hostEndpoints = [], hostClusters } = group.spec;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const none = t('common.none');
  const nameOf = new Map(hostClusters.map(({ uid, name }) => [uid, name]));
  const amount = (
    unit: 'cores' | 'gib',
    value: number | undefined,
    size: number,
  ) =>
    value ? t(`clusterGroup.${unit}`, { amount: String(value / size) }) : none;
  return (
    <InfoCard title={t('clusterGroup.policies')}>
      <Facts
        facts={[
          [
            t('clusterGroup.maxCpu'),
            amount('cores', limits?.cpuMilliCore, MILLI),
          ],
          [
            t('clusterGroup.maxMemory'),
            amount('gib', limits?.memoryMiB, MIB_PER_GIB),
          ],
          [t('clusterGroup.maxStorage'), amount('gib', limits?.storageGiB, 1)],
          [
            t('clusterGroup.overSubscription'),
            limits?.overSubscription ? `${limits.overSubscription} %` : none,
          ],
          ...hostEndpoints.map((each): [string, string] => [
            t('clusterGroup.endpointOf', {
              host: nameOf.get(each.clusterUid) ?? each.clusterUid,
            }),
            [
              endpointType,
              each.ingressHost,
              each.externalTrafficPolicy,
              ...(each.loadBalancerSourceRanges ?? []),
            ]
              .filter(Boolean)
              .join(', ') || none,
          ]),
        ]}
      />
    </InfoCard>
  );
};

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
        <PoliciesCard group={group} />
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
