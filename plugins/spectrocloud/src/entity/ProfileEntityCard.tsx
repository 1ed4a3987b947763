import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import {
  type ClusterProfile,
  spectroCloudProfileViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { cloudLabel } from '../components/cloudLabel';
import { Facts } from '../components/Facts';
import { RelativeTime } from '../components/RelativeTime';
import { spectroCloudTranslationRef } from '../translation';
import { PaletteLinksRow } from './PaletteLinksRow';
import { QuietLoad } from './QuietLoad';
import { useAnnotations } from './useAnnotations';
import { usePageLinks } from '../routing/usePageLinks';

const Summary = ({ profile }: { profile: ClusterProfile }) => {
  const { metadata, spec, status } = profile;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const links = usePageLinks();
  const none = t('common.none');
  const users = status.inUseClusters;
  return (
    <>
      <Facts
        facts={[
          [t('clusters.name'), metadata.name],
          [t('profiles.type'), spec.type ?? none],
          [
            t('clusters.cloud'),
            spec.cloudType ? cloudLabel(spec.cloudType) : none,
          ],
          [t('profiles.version'), spec.version ?? none],
          [
            t('profiles.packs'),
            spec.packs
              .map(({ name, displayName, version }) =>
                [displayName ?? name, version].filter(Boolean).join(' '),
              )
              .join(', ') || none,
          ],
          [
            t('profiles.clustersTitle'),
            users ? t('clusters.count', { count: users.length }) : none,
          ],
          [
            t('entity.changed'),
            <RelativeTime iso={metadata.lastModifiedTimestamp} />,
          ],
        ]}
      />
      <PaletteLinksRow page={links.profile(metadata.uid)} />
    </>
  );
};

/** The cluster profile that the entity names. */
export const ProfileEntityCard = () => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const annotations = useAnnotations();
  const subject = annotations.profileUid;
  return (
    <EntityInfoCard title={t('entity.profile')}>
      <QuietLoad
        annotations={annotations}
        subject={subject}
        permission={spectroCloudProfileViewInfoPermission}
        load={(api, options) => api.getProfile(subject?.value ?? '', options)}
      >
        {({ value }) => <Summary profile={value} />}
      </QuietLoad>
    </EntityInfoCard>
  );
};
