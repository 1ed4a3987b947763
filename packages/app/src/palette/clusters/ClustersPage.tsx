import { Route, Routes } from 'react-router-dom';
import { ClusterPage } from '../cluster/ClusterPage';
import { ClusterListPage } from './ClusterListPage';

export const ClustersPage = () => (
  <Routes>
    <Route path="/" element={<ClusterListPage />} />
    <Route path=":uid" element={<ClusterPage />} />
  </Routes>
);
