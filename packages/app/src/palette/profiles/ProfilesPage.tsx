import { ReactRouterV6PageRouter } from '@backstage/frontend-adapter-react-router-v6';
import { Route, Routes } from 'react-router-dom';
import { ProfilePage } from './ProfilePage';
import { ProfileListPage } from './ProfileListPage';

/** All profiles, or the one that the address names. */
export const ProfilesPage = () => (
  <ReactRouterV6PageRouter>
    <Routes>
      <Route path="/" element={<ProfileListPage />} />
      <Route path=":uid" element={<ProfilePage />} />
    </Routes>
  </ReactRouterV6PageRouter>
);
