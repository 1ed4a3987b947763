import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import LayersIcon from '@material-ui/icons/LayersOutlined';
import type {
  ClusterProfile,
  Project,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { groupProfiles } from '@terasky/backstage-plugin-spectrocloud-react';
import { Fragment, useMemo } from 'react';
import { cloudLabel } from '../components/cloudLabel';
import { StateLabel } from '../components/StateLabel';
import { StatePanel } from '../components/StatePanel';
import { usePageLinks } from '../routing/usePageLinks';
import type { PaletteColumn } from '../table/PaletteColumn';
import { PaletteTable } from '../table/PaletteTable';
import { spectroCloudTranslationRef } from '../translation';
import { filterProfiles, type ProfileRow, toProfileRow } from './profileRows';

/** One row a profile, with its versions in order and how many clusters are behind. */
export const ProfileTable = (props: {
  profiles?: ClusterProfile[];
  projects: Project[];
  search: string;
  project: string;
}) => {
  const { profiles, projects, search, project } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const links = usePageLinks();
  const all = useMemo(
    () =>
      groupProfiles(profiles ?? []).map(group => toProfileRow(group, projects)),
    [profiles, projects],
  );
  const rows = useMemo(
    () => filterProfiles(all, { search, project }),
    [all, search, project],
  );
  const linkTo = (uid: string, row: ProfileRow, text: string) => {
    const page = links.profile(uid, row.projectUid);
    return page ? <Link href={page}>{text}</Link> : text;
  };
  const columns: PaletteColumn<ProfileRow>[] = [
    {
      id: 'name',
      label: t('profiles.name'),
      isRowHeader: true,
      value: row => row.name,
      render: row => linkTo(row.id, row, row.name),
    },
    { id: 'type', label: t('profiles.type'), value: row => row.type },
    {
      id: 'cloud',
      label: t('clusters.cloud'),
      value: row => cloudLabel(row.cloud),
    },
    {
      id: 'project',
      label: t('clusters.project'),
      value: row => row.project || t('profiles.everyProject'),
    },
    {
      id: 'version',
      label: t('profiles.versions'),
      value: row => row.versions[0].version,
      render: row =>
        row.versions.map(({ uid, version }, index) => (
          <Fragment key={uid}>
            {index > 0 && ', '}
            {linkTo(uid, row, version || t('common.none'))}
          </Fragment>
        )),
    },
    {
      id: 'clusters',
      label: t('clusters.title'),
      value: row => row.clusters,
    },
    {
      id: 'behind',
      label: t('profiles.behindTitle'),
      value: row => row.behind,
      render: ({ behind }) => {
        if (behind === undefined) return t('common.none');
        return behind > 0 ? (
          <StateLabel
            state="Warning"
            text={t('profiles.behind', { count: behind })}
          />
        ) : (
          t('profiles.noneBehind')
        );
      },
    },
    {
      id: 'packs',
      label: t('profiles.packs'),
      value: row => row.packs,
      wraps: true,
    },
  ];
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
