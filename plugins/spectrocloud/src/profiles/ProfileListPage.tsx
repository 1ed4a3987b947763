import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { ErrorState } from '../components/ErrorState';
import { FilterSelect } from '../components/FilterSelect';
import { PageHead } from '../components/PageHead';
import { RefreshButton } from '../components/RefreshButton';
import { SearchField } from '../components/SearchField';
import { useAddressParams } from '../routing/useAddressParams';
import { spectroCloudTranslationRef } from '../translation';
import { ProfileTable } from './ProfileTable';

const useStyles = makeStyles(theme => ({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
    '& > *': { flex: '1 1 220px', maxWidth: 420 },
  },
}));

/** The profiles of all projects, or those that one of them can use. */
export const ProfileListPage = () => {
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const [params, setParams] = useAddressParams();
  const profiles = useLoad(options => api.searchProfiles({}, options));
  // Only for the names of projects; the profiles are shown without.
  const projects =
    useLoad(options => api.listProjects(options).catch(() => [])).value ?? [];
  const project = params.get('project') ?? '';
  const search = params.get('search') ?? '';
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
  const { value, error, loading, reload } = profiles;
  if (error && !value) {
    return <ErrorState error={error} onRetry={reload} />;
  }
  const names = projects.map(({ metadata }) => metadata.name);
  return (
    <Container py="4">
      <PageHead title={t('profiles.title')} error={error}>
        <RefreshButton loading={loading} onClick={reload} />
      </PageHead>
      <div className={classes.filters} role="search">
        <SearchField
          label={t('profiles.search')}
          value={search}
          onChange={text => set({ search: text })}
        />
        <FilterSelect
          label={t('clusters.project')}
          value={project}
          // One that the address names is shown, whatever there is.
          options={[...new Set([...names, ...(project ? [project] : [])])]}
          onChange={name => set({ project: name })}
        />
      </div>
      <ProfileTable
        profiles={value}
        projects={projects}
        search={search}
        project={project}
      />
    </Container>
  );
};
