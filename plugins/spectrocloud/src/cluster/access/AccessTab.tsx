import { makeStyles } from '@material-ui/core/styles';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { CardGrid } from '../../components/CardGrid';
import { KubernetesAccessCard } from '../../kubernetesAccess/KubernetesAccessCard';
import { AccessCard } from './AccessCard';
import { NamespacesCard } from './NamespacesCard';
import { RoleBindingsCard } from './RoleBindingsCard';

const useStyles = makeStyles(theme => ({
  wide: { display: 'grid', gap: theme.spacing(3), marginTop: theme.spacing(3) },
}));

/** How one gets at the cluster, and who may do what there. */
export const AccessTab = ({ cluster }: { cluster: Cluster }) => {
  const { uid } = cluster.metadata;
  const classes = useStyles();
  return (
    <>
      <CardGrid>
        <AccessCard uid={uid} />
        <KubernetesAccessCard cluster={cluster} />
      </CardGrid>
      <div className={classes.wide}>
        <RoleBindingsCard uid={uid} />
        <NamespacesCard uid={uid} />
      </div>
    </>
  );
};
