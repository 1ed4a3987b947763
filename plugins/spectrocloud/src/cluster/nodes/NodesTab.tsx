import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { ClusterGroupPolicies } from '../../clusterGroups/ClusterGroupPolicies';
import { spectroCloudTranslationRef } from '../../translation';
import { PartCard } from '../PartCard';
import { NodePoolsCard } from './NodePoolsCard';

const useStyles = makeStyles(theme => ({
  quota: { marginTop: theme.spacing(3) },
}));

/** The nodes of a cluster, and of a virtual one what its group lets it have. */
export const NodesTab = ({ cluster }: { cluster: Cluster }) => {
  const { metadata, virtual } = cluster;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const group = virtual?.clusterGroup;
  return (
    <>
      <NodePoolsCard uid={metadata.uid} />
      {group && (
        <div className={classes.quota}>
          <PartCard
            title={t('clusterGroup.policies')}
            loadKey={group.uid}
            load={(api, options) => api.getClusterGroup(group.uid, options)}
          >
            {value => <ClusterGroupPolicies group={value} />}
          </PartCard>
        </div>
      )}
    </>
  );
};
