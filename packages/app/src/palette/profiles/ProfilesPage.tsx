import { useRouteRefParams } from '@backstage/frontend-plugin-api';
import { profileRouteRef } from '../routes';
import { ProfileListPage } from './ProfileListPage';
import { ProfilePage } from './ProfilePage';

/** All profiles, or the one that the address names. */
export const ProfilesPage = () => {
  const { uid } = useRouteRefParams(profileRouteRef);
  return uid ? <ProfilePage uid={uid} /> : <ProfileListPage />;
};
