import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Container, Link } from '@backstage/ui';
import {
  spectroCloudClusterViewInfoPermission,
  spectroCloudProfileViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { ClusterContent } from '../cluster/ClusterContent';
import { OneFont } from '../components/OneFont';
import { PageHead } from '../components/PageHead';
import { RefreshButton } from '../components/RefreshButton';
import {
  AccessNamespace,
  namespaceOf,
} from '../kubernetesAccess/AccessNamespace';
import { ProfileCards } from '../profiles/ProfileCards';
import { spectroCloudTranslationRef } from '../translation';
import {
  namesCluster,
  namesProject,
  type PaletteAnnotations,
} from './annotations';
import { ClusterGroupSettings } from './ClusterGroupSettings';
import { ClusterRows } from './ClusterRows';
import { loadCluster } from './loadCluster';
import { loadClusterGroup } from './loadClusterGroup';
import { loadProject, type ProjectWithClusters } from './loadProject';
import { QuietLoad } from './QuietLoad';
import { useAnnotations } from './useAnnotations';
import { usePageLinks } from '../routing/usePageLinks';

interface SectionProps {
  annotations: PaletteAnnotations;
}

const ClusterSection = ({ annotations }: SectionProps) => {
  const { virtualClusterUid, clusterUid, clusterName } = annotations;
  return (
    <QuietLoad
      annotations={annotations}
      subject={virtualClusterUid ?? clusterUid ?? clusterName}
      permission={spectroCloudClusterViewInfoPermission}
      load={(api, options) => loadCluster(api, annotations, options)}
    >
      {load => <ClusterContent {...load} />}
    </QuietLoad>
  );
};

const ProfileSection = ({ annotations }: SectionProps) => {
  const subject = annotations.profileUid;
  return (
    <QuietLoad
      annotations={annotations}
      subject={subject}
      permission={spectroCloudProfileViewInfoPermission}
      load={(api, options) => api.getProfile(subject?.value ?? '', options)}
    >
      {({ value, error, loading, reload }) => (
        <>
          <PageHead title={value.metadata.name} error={error}>
            <RefreshButton loading={loading} onClick={reload} />
          </PageHead>
          <ProfileCards profile={value} />
        </>
      )}
    </QuietLoad>
  );
};

const ClusterGroupSection = ({ annotations }: SectionProps) => {
  const subject = annotations.clusterGroupUid;
  return (
    <QuietLoad
      annotations={annotations}
      subject={subject}
      permission={spectroCloudClusterViewInfoPermission}
      load={(api, options) =>
        loadClusterGroup(api, subject?.value ?? '', options)
      }
    >
      {({ value, error, loading, reload }) => (
        <>
          <PageHead title={value.metadata.name} error={error}>
            <RefreshButton loading={loading} onClick={reload} />
          </PageHead>
          <ClusterGroupSettings group={value} />
        </>
      )}
    </QuietLoad>
  );
};

const ProjectClusters = ({ project, clusters }: ProjectWithClusters) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const links = usePageLinks();
  const nameOf = (uid: string, name: string) => {
    const page = links.cluster(uid, project.metadata.uid);
    return page ? <Link href={page}>{name}</Link> : name;
  };
  return (
    <ClusterRows
      label={t('clusters.title')}
      rows={clusters.map(cluster => {
        const { uid, name } = cluster.metadata;
        return { id: uid, name: nameOf(uid, name), cluster };
      })}
    />
  );
};

const ProjectSection = ({ annotations }: SectionProps) => (
  <QuietLoad
    annotations={annotations}
    subject={annotations.projectUid ?? annotations.projectName}
    permission={spectroCloudClusterViewInfoPermission}
    load={(api, options) => loadProject(api, annotations, options)}
  >
    {({ value, error, loading, reload }) => (
      <>
        <PageHead title={value.project.metadata.name} error={error}>
          <RefreshButton loading={loading} onClick={reload} />
        </PageHead>
        <ProjectClusters {...value} />
      </>
    )}
  </QuietLoad>
);

/** The tab of an entity: everything about each thing of Palette's that it names. */
export const PaletteEntityContent = () => {
  const annotations = useAnnotations();
  const { entity } = useEntity();
  const { virtualClusterUid, profileUid, clusterGroupUid } = annotations;
  return (
    <Container py="4">
      <OneFont>
        {(virtualClusterUid || namesCluster(annotations)) && (
          <AccessNamespace.Provider value={namespaceOf(entity)}>
            <ClusterSection annotations={annotations} />
          </AccessNamespace.Provider>
        )}
        {profileUid && <ProfileSection annotations={annotations} />}
        {clusterGroupUid && <ClusterGroupSection annotations={annotations} />}
        {namesProject(annotations) && (
          <ProjectSection annotations={annotations} />
        )}
      </OneFont>
    </Container>
  );
};
