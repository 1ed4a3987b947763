import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import FolderIcon from '@material-ui/icons/FolderOutlined';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { ErrorState } from '../components/ErrorState';
import { FilterSelect } from '../components/FilterSelect';
import { PageHead } from '../components/PageHead';
import { RefreshButton } from '../components/RefreshButton';
import { SearchField } from '../components/SearchField';
import { StatePanel } from '../components/StatePanel';
import { useLoad } from '../components/useLoad';
import { useAddressParams } from '../routing/useAddressParams';
import { spectroCloudTranslationRef } from '../translation';
import { ProfileTable } from './ProfileTable';
import { useProjectProfiles } from './useProjectProfiles';

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
    '& > *': { flex: '1 1 220px', maxWidth: 420 },
  },
}));

export const ProfileListPage = () => {
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const [params, setParams] = useAddressParams();
  const projects = useLoad(options => api.listProjects(options));
  const names = projects.value?.map(({ metadata }) => metadata.name) ?? [];
  const name = params.get('project') ?? names[0] ?? '';
  const search = params.get('search') ?? '';
  const project = projects.value?.find(
    ({ metadata }) => metadata.name === name,
  );
  const profiles = useProjectProfiles(project?.metadata.uid);
  const set = (change: { project?: string; search?: string }) =>
    setParams(
      current => {
        for (const [key, value] of Object.entries(change)) {
          if (value) current.set(key, value);
          else current.delete(key);
        }
        current.delete('page');
        return current;
      },
      { replace: true },
    );

  const error = projects.error ?? profiles.error;
  if (error && !profiles.value) {
    const { reload } = projects.error ? projects : profiles;
    return <ErrorState error={error} onRetry={reload} />;
  }
  if (!projects.value) {
    return <Progress />;
  }
  if (names.length === 0) {
    return (
      <StatePanel
        icon={FolderIcon}
        title={t('projects.emptyTitle')}
        description={t('profiles.noProject')}
      />
    );
  }
  return (
    <Container py="4">
      <PageHead title={t('profiles.title')} error={error}>
        <RefreshButton loading={profiles.loading} onClick={profiles.reload} />
      </PageHead>
      <div className={classes.filters} role="search">
        <SearchField
          label={t('profiles.search')}
          value={search}
          onChange={value => set({ search: value })}
        />
        <FilterSelect
          label={t('clusters.project')}
          value={name}
          options={names}
          required
          onChange={value => set({ project: value })}
        />
      </div>
      <ProfileTable
        profiles={profiles.loading ? undefined : profiles.value}
        search={search}
        projectUid={project?.metadata.uid ?? ''}
      />
    </Container>
  );
};
