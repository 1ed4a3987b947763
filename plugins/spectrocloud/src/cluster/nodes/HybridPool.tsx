import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { NodePool } from '@terasky/backstage-plugin-spectrocloud-common';
import { StateLabel } from '../../components/StateLabel';
import { usePageLinks } from '../../routing/usePageLinks';
import { spectroCloudTranslationRef } from '../../translation';

const useStyles = makeStyles(theme => ({
  states: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 2) },
}));

/** A pool that is a cluster of its own: how it is, and the way to its page. */
export const HybridPool = (props: {
  hybrid: NonNullable<NodePool['hybrid']>;
}) => {
  const { clusterUid, state, health } = props.hybrid;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const links = usePageLinks();
  const page = clusterUid && links.cluster(clusterUid);
  return (
    <>
      <div className={classes.states}>
        {state && <StateLabel state={state} />}
        {health && <StateLabel state={health} />}
      </div>
      {page && (
        <Typography variant="body2">
          <Link href={page}>{t('nodes.hybridCluster')}</Link>
        </Typography>
      )}
    </>
  );
};
