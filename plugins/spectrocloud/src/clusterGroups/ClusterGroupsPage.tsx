import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SubPages } from '../components/SubPages';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { ClusterGroupListPage } from './ClusterGroupListPage';
import { ClusterGroupPage } from './ClusterGroupPage';
import { spectroCloudTranslationRef } from '../translation';

/** All cluster groups, or the one that the address names. */
export const ClusterGroupsPage = () => {
  const { clusterGroups } = usePaletteLinks();
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <SubPages
      base={clusterGroups}
      title={t('clusterGroups.title')}
      list={<ClusterGroupListPage />}
      one={(uid, back) => <ClusterGroupPage uid={uid} back={back} />}
    />
  );
};
