import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { DetailPage } from '../components/DetailPage';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { spectroCloudTranslationRef } from '../translation';
import { ClusterContent } from './ClusterContent';

/** A cluster, with the way back to the list as it was. */
export const ClusterPage = (props: { uid: string; back: string }) => {
  const { uid, back } = props;
  const links = usePaletteLinks();
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <DetailPage
      uid={uid}
      href={links.cluster(uid)}
      list={{
        title: t('clusters.title'),
        href: back,
        back: t('cluster.back'),
      }}
      load={(api, ...asked) => api.getCluster(...asked)}
    >
      {cluster => <ClusterContent {...cluster} />}
    </DetailPage>
  );
};
