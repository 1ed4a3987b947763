import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import LayersIcon from '@material-ui/icons/LayersOutlined';
import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { useMemo } from 'react';
import { cloudLabel } from '../components/cloudLabel';
import { StatePanel } from '../components/StatePanel';
import { usePaletteLinks } from '../routing/PaletteRouting';
import type { PaletteColumn } from '../table/PaletteColumn';
import { PaletteTable } from '../table/PaletteTable';
import { spectroCloudTranslationRef } from '../translation';
import { filterProfiles, type ProfileRow, toProfileRow } from './profileRows';

export const ProfileTable = (props: {
  profiles?: ClusterProfile[];
  search: string;
  projectUid: string;
}) => {
  const { profiles, search, projectUid } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { profile: profileLink } = usePaletteLinks();
  const rows = useMemo(
    () => filterProfiles((profiles ?? []).map(toProfileRow), search),
    [profiles, search],
  );
  const columns = useMemo<PaletteColumn<ProfileRow>[]>(
    () => [
      {
        id: 'name',
        label: t('profiles.name'),
        isRowHeader: true,
        value: row => row.name,
        render: row => (
          <Link
            href={`${profileLink(row.id)}?projectUid=${encodeURIComponent(
              projectUid,
            )}`}
          >
            {row.name}
          </Link>
        ),
      },
      { id: 'type', label: t('profiles.type'), value: row => row.type },
      {
        id: 'cloud',
        label: t('clusters.cloud'),
        value: row => cloudLabel(row.cloud),
      },
      {
        id: 'version',
        label: t('profiles.version'),
        value: row => row.version,
      },
      { id: 'packs', label: t('profiles.packs'), value: row => row.packs },
    ],
    [t, projectUid, profileLink],
  );
  const empty = profiles?.length === 0;
  return (
    <PaletteTable
      title={
        profiles
          ? t('profiles.count', { count: rows.length })
          : t('common.loading')
      }
      columns={columns}
      rows={rows}
      isLoading={!profiles}
      emptyContent={
        <StatePanel
          icon={LayersIcon}
          title={t(empty ? 'profiles.emptyTitle' : 'profiles.noMatchTitle')}
          description={t(empty ? 'profiles.empty' : 'profiles.noMatch')}
        />
      }
    />
  );
};
