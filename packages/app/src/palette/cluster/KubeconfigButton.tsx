import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import GetAppIcon from '@material-ui/icons/GetApp';
import {
  type Cluster,
  spectroCloudClusterDownloadAdminKubeconfigPermission,
  spectroCloudClusterDownloadKubeconfigPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { useId } from 'react';
import { paletteTranslationRef } from '../translation';
import { KubeconfigStatus } from './KubeconfigStatus';
import { mayDownloadAdminKubeconfig } from './mayDownloadAdminKubeconfig';
import { useKubeconfig } from './useKubeconfig';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    alignItems: 'center',
    gap: theme.spacing(1),
  },
}));

/** Downloads the kubeconfig, or says why it can't be had. */
export const KubeconfigButton = ({ cluster }: { cluster: Cluster }) => {
  const { t } = useTranslationRef(paletteTranslationRef);
  const classes = useStyles();
  const hintId = useId();
  const { download, start } = useKubeconfig(cluster.metadata.uid);
  const own = usePermission({
    permission: spectroCloudClusterDownloadKubeconfigPermission,
  });
  const admin = usePermission({
    permission: spectroCloudClusterDownloadAdminKubeconfigPermission,
  });
  if (own.loading) {
    return null;
  }
  const available = cluster.status.hasKubeConfig ?? true;
  const obstacle =
    (!own.allowed && t('kubeconfig.notAllowed')) ||
    (!available && t('kubeconfig.none'));
  const loading = download.step === 'loading';
  return (
    <div className={classes.root}>
      {obstacle ? (
        <Typography id={hintId} variant="body2" color="textSecondary">
          {obstacle}
        </Typography>
      ) : (
        <KubeconfigStatus download={download} />
      )}
      {available && admin.allowed && mayDownloadAdminKubeconfig(cluster) && (
        <Button
          variant="outlined"
          disabled={loading}
          onClick={() => start('admin')}
        >
          {t('kubeconfig.downloadAdmin')}
        </Button>
      )}
      <Button
        variant="contained"
        color="primary"
        disabled={Boolean(obstacle) || loading}
        aria-describedby={obstacle ? hintId : undefined}
        onClick={() => start('oidc')}
        startIcon={
          loading ? (
            <CircularProgress size={18} aria-hidden="true" />
          ) : (
            <GetAppIcon />
          )
        }
      >
        {t('kubeconfig.download')}
      </Button>
    </div>
  );
};
