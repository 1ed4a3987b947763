import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ClusterPage } from '../cluster/ClusterPage';
import { LazyCreateClusterPage } from '../create/LazyCreateClusterPage';
import { SubPages } from '../components/SubPages';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { ClusterListPage } from './ClusterListPage';
import { spectroCloudTranslationRef } from '../translation';

/** Where clusters are created, below the list; no uid of Palette's is a word. */
const CREATE_PATH = 'create';

/** All clusters, or the one that the address names. */
export const ClustersPage = () => {
  const { clusters } = usePaletteLinks();
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <SubPages
      base={clusters}
      title={t('clusters.title')}
      list={<ClusterListPage />}
      one={(uid, back) =>
        uid === CREATE_PATH ? (
          <LazyCreateClusterPage back={back} />
        ) : (
          <ClusterPage uid={uid} back={back} />
        )
      }
    />
  );
};
