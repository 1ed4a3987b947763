import { Route, Routes } from 'react-router-dom';
import { ProfileListPage } from './ProfileListPage';
import { ProfilePage } from './ProfilePage';

export const ProfilesPage = () => (
  <Routes>
    <Route path="/" element={<ProfileListPage />} />
    <Route path=":uid" element={<ProfilePage />} />
  </Routes>
);
