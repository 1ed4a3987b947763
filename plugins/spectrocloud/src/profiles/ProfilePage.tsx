import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DetailPage } from '../components/DetailPage';
import { PageHead } from '../components/PageHead';
import { RefreshButton } from '../components/RefreshButton';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { spectroCloudTranslationRef } from '../translation';
import { ExportButton } from './ExportButton';
import { ProfileCards } from './ProfileCards';

/** A version of a profile: what is in it, what it asks for, who uses it, and the others beside it. */
export const ProfilePage = (props: { uid: string; back: string }) => {
  const { uid, back } = props;
  const links = usePaletteLinks();
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <DetailPage
      uid={uid}
      href={links.profile(uid)}
      list={{
        title: t('profiles.title'),
        href: back,
        back: t('profiles.back'),
      }}
      load={(api, ...asked) => api.getProfile(...asked)}
    >
      {({ value, error, loading, reload }) => (
        <>
          <PageHead title={value.metadata.name} error={error}>
            <ExportButton profile={value} />
            <RefreshButton loading={loading} onClick={reload} />
          </PageHead>
          <ProfileCards profile={value} />
        </>
      )}
    </DetailPage>
  );
};
