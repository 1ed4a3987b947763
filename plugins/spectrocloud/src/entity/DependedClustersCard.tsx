import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  catalogApiRef,
  EntityInfoCard,
  EntityRefLink,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { usePaletteInstances } from '../components/usePaletteInstances';
import { configApiRef } from '../coreApiRefs';
import { spectroCloudTranslationRef } from '../translation';
import { ClusterRows } from './ClusterRows';
import { findClusterEntities } from './findClusterEntities';
import { loadDependedClusters } from './loadDependedClusters';
import { Notice } from './Notice';
import { QuietLoad } from './QuietLoad';
import { readAnnotationPrefix } from './readAnnotationPrefix';

const Clusters = (props: { entities: Entity[]; prefix: string }) => {
  const { entities, prefix } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { has, nameOf } = usePaletteInstances();
  return (
    <QuietLoad
      annotations={{}}
      loadKey={entities.map(stringifyEntityRef).join(' ')}
      permission={spectroCloudClusterViewInfoPermission}
      load={(api, options) =>
        loadDependedClusters(api, entities, { prefix, has, nameOf }, options)
      }
    >
      {({ value }) => (
        <ClusterRows
          label={t('entity.dependedClusters')}
          rows={value.map(({ entityRef, cluster }) => ({
            id: entityRef,
            name: <EntityRefLink entityRef={entityRef} />,
            cluster,
          }))}
        />
      )}
    </QuietLoad>
  );
};

/** The clusters that a component depends on, or that a system has; nothing where there are none. */
export const DependedClustersCard = () => {
  const { entity } = useEntity();
  const catalog = useApi(catalogApiRef);
  const prefix = readAnnotationPrefix(useApi(configApiRef));
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const loaded = useLoad(
    async () => ({
      of: entity,
      found: await findClusterEntities(catalog, entity, prefix),
    }),
    entity,
  );
  const { error } = loaded;
  // Those of the entity before are none of this one's.
  const value = loaded.value?.of === entity ? loaded.value.found : undefined;
  if (!error && !value?.length) return null;
  return (
    <EntityInfoCard title={t('entity.dependedClusters')}>
      {error && <Notice text={t('entity.catalogFailed')} />}
      {value && <Clusters entities={value} prefix={prefix} />}
    </EntityInfoCard>
  );
};
