import { useRouteRefParams } from '@backstage/frontend-plugin-api';
import { ClusterPage } from '../cluster/ClusterPage';
import { clusterRouteRef } from '../routes';
import { ClusterListPage } from './ClusterListPage';

/** All clusters, or the one that the address names. */
export const ClustersPage = () => {
  const { uid } = useRouteRefParams(clusterRouteRef);
  return uid ? <ClusterPage uid={uid} /> : <ClusterListPage />;
};
