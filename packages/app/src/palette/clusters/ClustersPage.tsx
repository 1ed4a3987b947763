import { ReactRouterV6PageRouter } from '@backstage/frontend-adapter-react-router-v6';
import { Route, Routes } from 'react-router-dom';
import { ClusterPage } from '../cluster/ClusterPage';
import { ClusterListPage } from './ClusterListPage';

/** All clusters, or the one that the address names. */
export const ClustersPage = () => (
  <ReactRouterV6PageRouter>
    <Routes>
      <Route path="/" element={<ClusterListPage />} />
      <Route path=":uid" element={<ClusterPage />} />
    </Routes>
  </ReactRouterV6PageRouter>
);
