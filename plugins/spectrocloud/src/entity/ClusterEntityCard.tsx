import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import {
  type Cluster,
  spectroCloudClusterViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { ClusterStatusLine } from '../cluster/ClusterStatusLine';
import { useConsoleUrl } from '../components/useConsoleUrl';
import { spectroCloudTranslationRef } from '../translation';
import type { PaletteAnnotations } from './annotations';
import { ClusterSummaryFacts } from './ClusterSummaryFacts';
import { loadCluster } from './loadCluster';
import { PaletteLinksRow } from './PaletteLinksRow';
import { ProfileRefs } from './ProfileRefs';
import { QuietLoad } from './QuietLoad';
import { useAnnotations } from './useAnnotations';
import { usePageLinks } from '../routing/usePageLinks';

const useStyles = makeStyles(theme => ({
  status: { marginBottom: theme.spacing(2) },
}));

const Summary = (props: { cluster: Cluster; profileRefs?: string }) => {
  const { cluster, profileRefs } = props;
  const classes = useStyles();
  const links = usePageLinks();
  const { metadata, spec } = cluster;
  return (
    <>
      <div className={classes.status}>
        <ClusterStatusLine cluster={cluster} />
      </div>
      <ClusterSummaryFacts
        cluster={cluster}
        profiles={
          profileRefs || spec.profiles.length > 0 ? (
            <ProfileRefs refs={profileRefs} attached={spec.profiles} />
          ) : undefined
        }
      />
      <PaletteLinksRow
        page={links.cluster(metadata.uid, spec.projectUid)}
        console={useConsoleUrl(cluster)}
      />
    </>
  );
};

const Card = (props: { title: string; annotations: PaletteAnnotations }) => {
  const { title, annotations } = props;
  const { virtualClusterUid, clusterUid, clusterName } = annotations;
  return (
    <EntityInfoCard title={title}>
      <QuietLoad
        annotations={annotations}
        subject={virtualClusterUid ?? clusterUid ?? clusterName}
        permission={spectroCloudClusterViewInfoPermission}
        load={(api, options) => loadCluster(api, annotations, options)}
      >
        {({ value }) => (
          <Summary
            cluster={value}
            profileRefs={annotations.profileRefs?.value}
          />
        )}
      </QuietLoad>
    </EntityInfoCard>
  );
};

/** The cluster that the entity names. */
export const ClusterEntityCard = () => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { virtualClusterUid: _, ...annotations } = useAnnotations();
  return <Card title={t('entity.cluster')} annotations={annotations} />;
};

/** The virtual cluster that the entity names. */
export const VirtualClusterEntityCard = () => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <Card title={t('entity.virtualCluster')} annotations={useAnnotations()} />
  );
};
