import { ClusterPage } from '../cluster/ClusterPage';
import { SubPages } from '../components/SubPages';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { ClusterListPage } from './ClusterListPage';

/** All clusters, or the one that the address names. */
export const ClustersPage = () => {
  const { clusters } = usePaletteLinks();
  return (
    <SubPages
      base={clusters}
      list={<ClusterListPage />}
      one={(uid, back) => <ClusterPage uid={uid} back={back} />}
    />
  );
};
