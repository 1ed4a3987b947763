import { makeStyles } from '@material-ui/core/styles';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { CardGrid } from '../../components/CardGrid';
import { BackupCard } from './BackupCard';
import { CertificatesCard } from './CertificatesCard';
import { NotificationsCard } from './NotificationsCard';
import { RepaveCard } from './RepaveCard';
import { ScansCard } from './ScansCard';
import { UpdatesCard } from './UpdatesCard';
import { UpgradesCard } from './UpgradesCard';

const useStyles = makeStyles(theme => ({
  wide: {
    display: 'grid',
    // A table in it scrolls, rather than make it wider.
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: theme.spacing(3),
    marginTop: theme.spacing(3),
  },
}));

/** What is done to keep the cluster, as far as this Palette has it. */
export const UpkeepTab = ({ cluster }: { cluster: Cluster }) => {
  const { uid } = cluster.metadata;
  const classes = useStyles();
  return (
    <>
      <CardGrid>
        <NotificationsCard uid={uid} />
        <UpgradesCard cluster={cluster} />
        <RepaveCard uid={uid} />
        <UpdatesCard cluster={cluster} />
      </CardGrid>
      <div className={classes.wide}>
        <BackupCard uid={uid} />
        <ScansCard uid={uid} />
        <CertificatesCard uid={uid} />
      </div>
    </>
  );
};
