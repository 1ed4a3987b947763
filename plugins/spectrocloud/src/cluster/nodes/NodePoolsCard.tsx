import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  Machine,
  NodePool,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { useId } from 'react';
import { type CardColumn, CardTable } from '../../components/CardTable';
import { cloudLabel } from '../../components/cloudLabel';
import { CopyText } from '../../components/CopyText';
import { RelativeTime } from '../../components/RelativeTime';
import { StateLabel } from '../../components/StateLabel';
import { spectroCloudTranslationRef } from '../../translation';
import { PartCard } from '../PartCard';
import { machineSize } from './machineSize';
import { HybridPool } from './HybridPool';
import { machineState } from './machineState';

const useStyles = makeStyles(theme => ({
  pool: {
    '& + &': { marginTop: theme.spacing(3) },
    '& h3': { overflowWrap: 'anywhere' },
  },
}));

function useMachineColumns(): CardColumn<Machine>[] {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const none = t('common.none');
  return [
    {
      id: 'name',
      label: t('nodes.machine'),
      render: ({ name }) => <CopyText text={name} name={name} />,
    },
    {
      id: 'state',
      label: t('clusters.state'),
      render: machine => (
        <>
          <StateLabel state={machineState(machine)} />
          {machine.maintenance && (
            <>
              {' '}
              <StateLabel
                state="Paused"
                text={t('nodes.maintenance', { action: machine.maintenance })}
              />
            </>
          )}
        </>
      ),
    },
    {
      id: 'age',
      label: t('clusters.age'),
      render: ({ creationTimestamp }) => (
        <RelativeTime iso={creationTimestamp} />
      ),
    },
    {
      id: 'size',
      label: t('nodes.size'),
      render: machine => machineSize(machine, t('common.locale')) || none,
    },
    {
      id: 'zone',
      label: t('nodes.zone'),
      render: ({ zone }) => zone ?? none,
    },
    {
      id: 'address',
      label: t('nodes.address'),
      render: ({ addresses: [address] }) =>
        address ? <CopyText text={address} name={address} isCode /> : none,
    },
  ];
}

const Pool = ({ pool }: { pool: NodePool }) => {
  const { name, isControlPlane, size = 0, minSize, maxSize } = pool;
  const { hybrid, machines } = pool;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const headingId = useId();
  const columns = useMachineColumns();
  const scales = minSize !== undefined && maxSize !== undefined;
  const description = [
    t(isControlPlane ? 'cluster.controlPlane' : 'cluster.pool'),
    hybrid ? t('nodes.hybrid') : t('nodes.wanted', { count: size }),
    hybrid && pool.cloudType && cloudLabel(pool.cloudType),
    scales &&
      minSize !== maxSize &&
      t('nodes.scales', { min: String(minSize), max: String(maxSize) }),
  ];
  return (
    <section className={classes.pool}>
      <Typography id={headingId} variant="subtitle2" component="h3">
        {name}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {description.filter(Boolean).join(', ')}
      </Typography>
      {hybrid && <HybridPool hybrid={hybrid} />}
      {machines.length === 0 && (
        <Typography variant="body2">{t('nodes.noMachines')}</Typography>
      )}
      {machines.length > 0 && (
        <CardTable
          labelId={headingId}
          columns={columns}
          rows={machines}
          keyOf={({ uid }) => uid}
        />
      )}
    </section>
  );
};

/** The node pools of a cluster, and their machines: state, age and size. */
export const NodePoolsCard = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <PartCard
      title={t('nodes.title')}
      loadKey={uid}
      load={(api, options) => api.listClusterNodePools(uid, options)}
      missing={t('nodes.missing')}
    >
      {pools =>
        pools.length === 0 ? (
          <Typography variant="body2">{t('nodes.missing')}</Typography>
        ) : (
          pools.map((pool, index) => <Pool key={index} pool={pool} />)
        )
      }
    </PartCard>
  );
};
