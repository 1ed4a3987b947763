import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { useMemo, useState } from 'react';
import type { ClusterRow } from '../clusters/clusterRows';
import { spectroCloudTranslationRef } from '../translation';
import { projectsOf } from './fleetFigures';
import { ProjectTile } from './ProjectTile';

/** Those with trouble come first, so that the rest may wait to be asked for. */
const MOST = 12;

const useStyles = makeStyles(theme => ({
  title: {
    margin: theme.spacing(4, 0, 2),
    fontSize: theme.typography.h5.fontSize,
  },
  tiles: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(240px, 100%), 1fr))',
    gap: theme.spacing(2),
    margin: theme.spacing(0, 0, 2),
    padding: 0,
    listStyle: 'none',
  },
}));

/** A tile for each of the user's projects, also for those without a cluster. */
export const ProjectTiles = ({ rows }: { rows: ClusterRow[] }) => {
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  // Without their names, those of the clusters are shown.
  const { value } = useLoad(options =>
    api.listMyProjects(options).catch(() => []),
  );
  const projects = useMemo(() => projectsOf(rows, value ?? []), [rows, value]);
  const [isWhole, setWhole] = useState(false);
  return (
    <section>
      <Typography variant="h5" component="h3" className={classes.title}>
        {t('fleet.projects')}
      </Typography>
      {projects.length === 0 && (
        <Typography variant="body2">{t('fleet.noProjects')}</Typography>
      )}
      <ul className={classes.tiles} aria-label={t('fleet.projects')}>
        {projects.slice(0, isWhole ? undefined : MOST).map(project => (
          <ProjectTile key={project.name} project={project} />
        ))}
      </ul>
      {projects.length > MOST && !isWhole && (
        <Button onClick={() => setWhole(true)}>
          {t('fleet.allProjects', { count: projects.length })}
        </Button>
      )}
    </section>
  );
};
