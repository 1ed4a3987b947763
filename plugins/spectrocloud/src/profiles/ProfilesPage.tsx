import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SubPages } from '../components/SubPages';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { ProfileListPage } from './ProfileListPage';
import { ProfilePage } from './ProfilePage';
import { spectroCloudTranslationRef } from '../translation';

/** All profiles, or the one that the address names. */
export const ProfilesPage = () => {
  const { profiles } = usePaletteLinks();
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <SubPages
      base={profiles}
      title={t('profiles.title')}
      list={<ProfileListPage />}
      one={(uid, back) => <ProfilePage uid={uid} back={back} />}
    />
  );
};
