import { Route, Routes } from 'react-router-dom';
import { ClusterListPage } from './ClusterListPage';

export const ClustersPage = () => (
  <Routes>
    <Route path="/" element={<ClusterListPage />} />
  </Routes>
);
