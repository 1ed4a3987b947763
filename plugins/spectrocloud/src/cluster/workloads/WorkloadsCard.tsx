import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ClusterWorkload } from '@terasky/backstage-plugin-spectrocloud-common';
import { useState } from 'react';
import { type CardColumn, CardTable } from '../../components/CardTable';
import { FilterSelect } from '../../components/FilterSelect';
import { SearchField } from '../../components/SearchField';
import { RelativeTime } from '../../components/RelativeTime';
import { StateLabel } from '../../components/StateLabel';
import { spectroCloudTranslationRef } from '../../translation';
import { PartCard } from '../PartCard';
import { findWorkloads, isReady } from './findWorkloads';

/** So many at first, and with each click on "more". */
const STEP = 25;

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
    '& > *': { flex: '1 1 180px', maxWidth: 320 },
  },
  more: { marginTop: theme.spacing(2) },
}));

const keyOf = ({ uid, kind, namespace, name }: ClusterWorkload) =>
  uid ?? `${kind}/${namespace}/${name}`;

function useWorkloadColumns(): CardColumn<ClusterWorkload>[] {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const none = t('common.none');
  return [
    { id: 'name', label: t('clusters.name'), render: ({ name }) => name },
    { id: 'kind', label: t('clusters.kind'), render: ({ kind }) => kind },
    {
      id: 'namespace',
      label: t('workloads.namespace'),
      render: ({ namespace }) => namespace ?? none,
    },
    {
      id: 'state',
      label: t('clusters.state'),
      render: workload => {
        const { ready, wanted, phase, schedule } = workload;
        if (wanted !== undefined) {
          return (
            <StateLabel
              state={isReady(workload) ? 'Healthy' : 'Warning'}
              text={t('workloads.ready', {
                ready: String(ready ?? 0),
                wanted: String(wanted),
              })}
            />
          );
        }
        if (phase) return <StateLabel state={phase} />;
        return schedule ?? none;
      },
    },
    {
      id: 'age',
      label: t('clusters.age'),
      render: ({ creationTimestamp }) => (
        <RelativeTime iso={creationTimestamp} />
      ),
    },
  ];
}

const Workloads = (props: {
  workloads: ClusterWorkload[];
  headingId: string;
}) => {
  const { workloads, headingId } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const columns = useWorkloadColumns();
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState('');
  const [namespace, setNamespace] = useState('');
  const [limit, setLimit] = useState(STEP);
  const found = findWorkloads(workloads, { search, kind, namespace });
  const valuesOf = (read: (workload: ClusterWorkload) => string | undefined) =>
    [...new Set(workloads.flatMap(each => read(each) ?? []))].sort();
  return (
    <>
      <div className={classes.filters} role="search">
        <SearchField
          label={t('workloads.search')}
          value={search}
          onChange={setSearch}
        />
        <FilterSelect
          label={t('clusters.kind')}
          value={kind}
          options={valuesOf(each => each.kind)}
          onChange={setKind}
        />
        <FilterSelect
          label={t('workloads.namespace')}
          value={namespace}
          options={valuesOf(each => each.namespace)}
          onChange={setNamespace}
        />
      </div>
      <Typography variant="body2" role="status" gutterBottom>
        {t('workloads.count', { count: found.length })}
      </Typography>
      {found.length > 0 && (
        <CardTable
          labelId={headingId}
          columns={columns}
          rows={found.slice(0, limit)}
          keyOf={keyOf}
        />
      )}
      {found.length > limit && (
        <Button
          className={classes.more}
          variant="outlined"
          onClick={() => setLimit(limit + STEP)}
        >
          {t('cluster.moreEvents')}
        </Button>
      )}
    </>
  );
};

/** What runs on the cluster, as Palette's agent reported it. */
export const WorkloadsCard = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <PartCard
      title={t('workloads.title')}
      loadKey={uid}
      load={(api, options) => api.listClusterWorkloads(uid, options)}
      missing={t('workloads.missing')}
    >
      {(workloads, headingId) =>
        workloads.length === 0 ? (
          <Typography variant="body2">{t('workloads.missing')}</Typography>
        ) : (
          <Workloads workloads={workloads} headingId={headingId} />
        )
      }
    </PartCard>
  );
};
