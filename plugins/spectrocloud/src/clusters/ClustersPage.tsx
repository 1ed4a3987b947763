import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterPage } from '../cluster/ClusterPage';
import { SubPages } from '../components/SubPages';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { ClusterListPage } from './ClusterListPage';
import { spectroCloudTranslationRef } from '../translation';

/** All clusters, or the one that the address names. */
export const ClustersPage = () => {
  const { clusters } = usePaletteLinks();
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <SubPages
      base={clusters}
      title={t('clusters.title')}
      list={<ClusterListPage />}
      one={(uid, back) => <ClusterPage uid={uid} back={back} />}
    />
  );
};
