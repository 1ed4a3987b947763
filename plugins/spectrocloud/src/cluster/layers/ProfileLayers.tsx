import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type {
  AttachedProfile,
  Cluster,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { useId } from 'react';
import { usePageLinks } from '../../routing/usePageLinks';
import { spectroCloudTranslationRef } from '../../translation';
import { LayerItem } from './LayerItem';
import { layerRows } from './layerRows';

const useStyles = makeStyles(theme => ({
  profile: { '& + &': { marginTop: theme.spacing(2) } },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1.5),
    marginBottom: theme.spacing(0.75),
    overflowWrap: 'anywhere',
  },
  layers: {
    display: 'grid',
    gap: 3,
    margin: 0,
    padding: 0,
    listStyle: 'none',
  },
}));

/** What a profile brings to the stack, from its top. */
export const ProfileLayers = (props: {
  profile: AttachedProfile;
  cluster: Cluster;
  /** Palette is at work on the cluster, so that what differs isn't broken. */
  isAtWork: boolean;
}) => {
  const { profile, cluster, isAtWork } = props;
  const { uid, name = uid, type, version } = profile;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const headingId = useId();
  // Each version of a profile has a page of its own.
  const page = usePageLinks().profile(uid, cluster.spec.projectUid);
  const title = version ? t('layers.profile', { name, version }) : name;
  return (
    <section className={classes.profile}>
      <div className={classes.head}>
        <Typography id={headingId} variant="subtitle2" component="h3">
          {page ? <Link href={page}>{title}</Link> : title}
        </Typography>
        {type && (
          <Typography variant="body2" color="textSecondary" component="span">
            {type}
          </Typography>
        )}
      </div>
      <ol className={classes.layers} aria-labelledby={headingId}>
        {layerRows(profile, cluster).map((row, index) => (
          <LayerItem key={index} row={row} isAtWork={isAtWork} />
        ))}
      </ol>
    </section>
  );
};
