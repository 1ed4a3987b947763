import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import type { ClusterWorkload } from '@terasky/backstage-plugin-spectrocloud-common';
import { useState } from 'react';
import { FilterRow } from '../../components/FilterRow';
import { FilterSelect } from '../../components/FilterSelect';
import { SearchField } from '../../components/SearchField';
import { useAddressParams } from '../../routing/useAddressParams';
import { spectroCloudTranslationRef } from '../../translation';
import { findWorkloads } from './findWorkloads';
import { WorkloadGraph } from './WorkloadGraph';
import { WorkloadList } from './WorkloadList';
import { WorkloadTree } from './WorkloadTree';

const VIEWS = ['list', 'tree', 'graph'] as const;

/** How the workloads are shown, kept in the page's address. */
function useView() {
  const [params, setParams] = useAddressParams();
  const view = VIEWS.find(each => each === params.get('view')) ?? VIEWS[0];
  const setView = (next: string) =>
    setParams(
      current => {
        current.set('view', next);
        return current;
      },
      { replace: true },
    );
  return { view, setView };
}

/** Workloads with filters, as a list, a tree or a graph. */
export const Workloads = (props: {
  workloads: ClusterWorkload[];
  cluster: { kind: string; name: string };
  headingId: string;
}) => {
  const { workloads, cluster, headingId } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState('');
  const [namespace, setNamespace] = useState('');
  const { view, setView } = useView();
  const found = findWorkloads(workloads, { search, kind, namespace });
  const valuesOf = (read: (workload: ClusterWorkload) => string | undefined) =>
    [...new Set(workloads.flatMap(each => read(each) ?? []))].sort();
  const wordOf = (option: string) => {
    const known = VIEWS.find(each => each === option);
    return known ? t(`workloads.view.${known}`) : option;
  };
  return (
    <>
      <FilterRow>
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
        <FilterSelect
          label={t('workloads.viewAs')}
          value={view}
          options={[...VIEWS]}
          labelOf={wordOf}
          onChange={setView}
          required
        />
      </FilterRow>
      <Typography variant="body2" role="status" gutterBottom>
        {t('workloads.count', { count: found.length })}
      </Typography>
      {found.length > 0 && view === 'list' && (
        <WorkloadList workloads={found} headingId={headingId} />
      )}
      {found.length > 0 && view === 'tree' && (
        <WorkloadTree workloads={found} />
      )}
      {found.length > 0 && view === 'graph' && (
        <WorkloadGraph
          workloads={found}
          cluster={cluster}
          headingId={headingId}
        />
      )}
    </>
  );
};
