import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DetailPage } from '../components/DetailPage';
import { PageHead } from '../components/PageHead';
import { RefreshButton } from '../components/RefreshButton';
import { ClusterGroupSettings } from '../entity/ClusterGroupSettings';
import { loadClusterGroup } from '../entity/loadClusterGroup';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { spectroCloudTranslationRef } from '../translation';

/** A cluster group: how full it is, what a virtual cluster of it may have, gets, and is reached by. */
export const ClusterGroupPage = (props: { uid: string; back: string }) => {
  const { uid, back } = props;
  const links = usePaletteLinks();
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <DetailPage
      uid={uid}
      href={links.clusterGroup(uid)}
      list={{
        title: t('clusterGroups.title'),
        href: back,
        back: t('clusterGroups.back'),
      }}
      load={loadClusterGroup}
    >
      {({ value, error, loading, reload }) => (
        <>
          <PageHead title={value.metadata.name} error={error}>
            <RefreshButton loading={loading} onClick={reload} />
          </PageHead>
          <ClusterGroupSettings group={value} />
        </>
      )}
    </DetailPage>
  );
};
