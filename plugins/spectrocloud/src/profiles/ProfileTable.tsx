import type { TableColumn } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import LayersIcon from '@material-ui/icons/LayersOutlined';
import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { useMemo } from 'react';
import { cloudLabel } from '../components/cloudLabel';
import { PaletteTable } from '../components/PaletteTable';
import { StatePanel } from '../components/StatePanel';
import { usePaletteLinks } from '../routing/PaletteRouting';
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
  const columns = useMemo<TableColumn<ProfileRow>[]>(
    () => [
      {
        title: t('profiles.name'),
        field: 'name',
        highlight: true,
        defaultSort: 'asc',
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
      { title: t('profiles.type'), field: 'type' },
      {
        title: t('clusters.cloud'),
        field: 'cloud',
        render: row => cloudLabel(row.cloud),
      },
      { title: t('profiles.version'), field: 'version' },
      {
        title: t('profiles.packs'),
        field: 'packs',
        cellStyle: { minWidth: 280 },
      },
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
