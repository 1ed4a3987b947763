import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { spectroCloudTranslationRef } from '../translation';
import { ClusterGroupFacts } from './ClusterGroupFacts';
import { loadClusterGroup } from './loadClusterGroup';
import { QuietLoad } from './QuietLoad';
import { useAnnotations } from './useAnnotations';

/** The cluster group that the entity names. */
export const ClusterGroupEntityCard = () => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const annotations = useAnnotations();
  const subject = annotations.clusterGroupUid;
  return (
    <EntityInfoCard title={t('entity.clusterGroup')}>
      <QuietLoad
        annotations={annotations}
        subject={subject}
        permission={spectroCloudClusterViewInfoPermission}
        load={(api, options) =>
          loadClusterGroup(api, subject?.value ?? '', options)
        }
      >
        {({ value }) => <ClusterGroupFacts group={value} />}
      </QuietLoad>
    </EntityInfoCard>
  );
};
