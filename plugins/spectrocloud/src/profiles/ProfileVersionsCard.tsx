import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  groupProfiles,
  type ProfileVersion,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { PartCard } from '../cluster/PartCard';
import { StateLabel } from '../components/StateLabel';
import { useClusterStates } from './useClusterStates';
import { usePageLinks } from '../routing/usePageLinks';
import { spectroCloudTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  version: { '& + &': { marginTop: theme.spacing(2) } },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))',
    gap: theme.spacing(0.5, 3),
    margin: theme.spacing(0.5, 0, 0),
    padding: 0,
    listStyle: 'none',
    overflowWrap: 'anywhere',
  },
  cluster: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 2) },
}));

/** The clusters of a version, with their states. */
const VersionClusters = (props: {
  version: ProfileVersion;
  stateOf: (uid: string) => string | undefined;
}) => {
  const { version, stateOf } = props;
  const { clusters } = version;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const links = usePageLinks();
  if (!clusters?.length) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t(clusters ? 'profiles.unused' : 'profiles.hidden')}
      </Typography>
    );
  }
  return (
    <ul className={classes.list}>
      {clusters.map(({ uid, name = uid, projectUid = '' }) => {
        const page = links.cluster(uid, projectUid);
        const state = stateOf(uid);
        return (
          <li key={uid} className={classes.cluster}>
            {page ? <Link href={page}>{name}</Link> : name}
            {state && <StateLabel state={state} />}
          </li>
        );
      })}
    </ul>
  );
};

/** The versions of the profile in order, with the clusters of each and their states. */
export const ProfileVersionsCard = (props: { profile: ClusterProfile }) => {
  const { profile } = props;
  const { metadata } = profile;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const links = usePageLinks();
  const stateOf = useClusterStates();
  return (
    <PartCard
      title={t('profiles.versionsTitle')}
      loadKey={metadata.uid}
      load={async (api, options) => {
        const found = await api.searchProfiles(
          { name: metadata.name },
          options,
        );
        const group = groupProfiles(found).find(({ versions }) =>
          versions.some(({ uid }) => uid === metadata.uid),
        );
        // One that the search doesn't find is shown by itself.
        return group ?? groupProfiles([profile])[0];
      }}
      missing={t('profiles.unused')}
    >
      {group =>
        group.versions.map((version, index) => {
          const { uid } = version;
          const page = uid === metadata.uid ? undefined : links.profile(uid);
          const marks = [
            uid === metadata.uid && t('profiles.shown'),
            index === 0 && group.versions.length > 1 && t('profiles.newest'),
            !version.isPublished && t('profiles.draft'),
          ].filter(Boolean);
          const text = version.version || t('common.none');
          return (
            <section key={uid} className={classes.version}>
              <Typography variant="subtitle2" component="h3">
                {page ? <Link href={page}>{text}</Link> : text}
                {marks.length > 0 && ` (${marks.join(', ')})`}
              </Typography>
              <VersionClusters version={version} stateOf={stateOf} />
            </section>
          );
        })
      }
    </PartCard>
  );
};
