import { Progress } from '@backstage/core-components';
import {
  useApi,
  useApiHolder,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import {
  type KubernetesCluster,
  spectroCloudClusterViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { useState } from 'react';
import { FilterSelect } from '../components/FilterSelect';
import { PaletteScopeProvider } from '../components/PaletteScope';
import { configApiRef } from '../coreApiRefs';
import { Notice } from '../entity/Notice';
import { QuietLoad } from '../entity/QuietLoad';
import { spectroCloudTranslationRef } from '../translation';
import { AccessNamespace, namespaceOf } from './AccessNamespace';
import { ClusterAccess } from './ClusterAccess';
import { inOrderOfUse } from './inOrderOfUse';
import { kubernetesApiRef, type KubernetesApi } from './kubernetesApi';
import {
  listAllKubernetesClusters,
  type PlacedCluster,
} from './listAllKubernetesClusters';
import { useIsOwn } from './useIsOwn';

const useStyles = makeStyles(theme => ({
  choice: {
    display: 'flex',
    // The label stands on the field's upper border, where the card would cut it.
    paddingTop: theme.spacing(1),
    marginBottom: theme.spacing(2),
    '& > *': { flex: '1 1 auto', maxWidth: 560 },
  },
}));

/** What tells clusters of one name apart. */
function labelOf({ cluster, instance }: PlacedCluster, all: PlacedCluster[]) {
  const { name, projectName } = cluster;
  const isAmbiguous = all.filter(each => each.cluster.name === name).length > 1;
  const place = [projectName, instance].filter(Boolean).join(', ');
  return isAmbiguous && place ? `${name} (${place})` : name;
}

const isUsable = ({ gap }: KubernetesCluster) => !gap;

const Choice = (props: {
  clusters: PlacedCluster[];
  kubernetes: KubernetesApi;
}) => {
  const { clusters, kubernetes } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const [uid, setUid] = useState<string>();
  const chosen =
    clusters.find(({ cluster }) => cluster.uid === uid) ??
    clusters.find(({ cluster }) => isUsable(cluster)) ??
    clusters[0];
  if (!chosen) return <Notice text={t('kubernetesAccess.noClusters')} />;
  const labels = new Map(
    clusters.map(each => [each.cluster.uid, labelOf(each, clusters)]),
  );
  return (
    <>
      <div className={classes.choice}>
        <FilterSelect
          label={t('kubernetesAccess.cluster')}
          value={chosen.cluster.uid}
          options={[...labels.keys()]}
          required
          onChange={setUid}
          labelOf={each => labels.get(each) ?? each}
        />
      </div>
      <PaletteScopeProvider value={{ instance: chosen.instance }}>
        <ClusterAccess
          key={chosen.cluster.uid}
          uid={chosen.cluster.uid}
          kubernetes={kubernetes}
        />
      </PaletteScopeProvider>
    </>
  );
};

/**
 * How the user stands with the clusters at which a component's workloads are looked for, one
 * at a time; nothing where the Kubernetes plugin isn't installed.
 */
export const EntityAccessCard = () => {
  const kubernetes = useApiHolder().get(kubernetesApiRef);
  const config = useApi(configApiRef);
  const { entity } = useEntity();
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const isOwn = useIsOwn();
  if (!kubernetes) return null;
  const instances = (
    config.getOptionalConfigArray('spectrocloud.environments') ?? []
  ).map(each => each.getString('name'));
  return (
    <EntityInfoCard title={t('kubernetesAccess.title')}>
      <QuietLoad
        annotations={{}}
        permission={spectroCloudClusterViewInfoPermission}
        load={(api, options) =>
          listAllKubernetesClusters(api, instances, options)
        }
      >
        {({ value }) =>
          isOwn ? (
            <AccessNamespace.Provider value={namespaceOf(entity)}>
              <Choice
                clusters={inOrderOfUse(value, isOwn)}
                kubernetes={kubernetes}
              />
            </AccessNamespace.Provider>
          ) : (
            <Progress />
          )
        }
      </QuietLoad>
    </EntityInfoCard>
  );
};
