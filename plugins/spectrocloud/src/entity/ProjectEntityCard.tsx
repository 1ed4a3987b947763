import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import { spectroCloudClusterViewInfoPermission } from '@terasky/backstage-plugin-spectrocloud-common';
import { Facts } from '../components/Facts';
import { RelativeTime } from '../components/RelativeTime';
import { StateLabel } from '../components/StateLabel';
import { useStateWord } from '../components/useStateWord';
import { spectroCloudTranslationRef } from '../translation';
import { stateShown } from './clusterRow';
import { loadProject, type ProjectWithClusters } from './loadProject';
import { PaletteLinksRow } from './PaletteLinksRow';
import { QuietLoad } from './QuietLoad';
import { useAnnotations } from './useAnnotations';
import { usePageLinks } from '../routing/usePageLinks';

const useStyles = makeStyles(theme => ({
  states: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 2) },
}));

/** How many there are of each, most first. */
export function countBy(values: string[]): Array<[string, number]> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

const Summary = ({ project, clusters }: ProjectWithClusters) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const wordOf = useStateWord();
  const links = usePageLinks();
  const { metadata } = project;
  const description = metadata.annotations?.description;
  const states = countBy(clusters.map(stateShown));
  return (
    <>
      <Facts
        facts={[
          [t('clusters.name'), metadata.name],
          ...(description
            ? [[t('entity.description'), description] as [string, string]]
            : []),
          [
            t('clusters.title'),
            t('clusters.count', { count: clusters.length }),
          ],
          [
            t('clusters.state'),
            <span className={classes.states}>
              {states.map(([state, count]) => (
                <StateLabel
                  key={state}
                  state={state}
                  text={`${count} ${wordOf(state)}`}
                />
              ))}
            </span>,
          ],
          [
            t('projects.created'),
            <RelativeTime iso={metadata.creationTimestamp} />,
          ],
        ]}
      />
      <PaletteLinksRow page={links.clustersOf(metadata.name)} />
    </>
  );
};

/** The project that the entity is. */
export const ProjectEntityCard = () => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const annotations = useAnnotations();
  return (
    <EntityInfoCard title={t('entity.project')}>
      <QuietLoad
        annotations={annotations}
        subject={annotations.projectUid ?? annotations.projectName}
        permission={spectroCloudClusterViewInfoPermission}
        load={(api, options) => loadProject(api, annotations, options)}
      >
        {({ value }) => <Summary {...value} />}
      </QuietLoad>
    </EntityInfoCard>
  );
};
