import { SubPages } from '../components/SubPages';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { ClusterGroupListPage } from './ClusterGroupListPage';
import { ClusterGroupPage } from './ClusterGroupPage';

/** All cluster groups, or the one that the address names. */
export const ClusterGroupsPage = () => {
  const { clusterGroups } = usePaletteLinks();
  return (
    <SubPages
      base={clusterGroups}
      list={<ClusterGroupListPage />}
      one={(uid, back) => <ClusterGroupPage uid={uid} back={back} />}
    />
  );
};
