import { SubPages } from '../components/SubPages';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { ProfileListPage } from './ProfileListPage';
import { ProfilePage } from './ProfilePage';

/** All profiles, or the one that the address names. */
export const ProfilesPage = () => {
  const { profiles } = usePaletteLinks();
  return (
    <SubPages
      base={profiles}
      list={<ProfileListPage />}
      one={(uid, back) => <ProfilePage uid={uid} back={back} />}
    />
  );
};
