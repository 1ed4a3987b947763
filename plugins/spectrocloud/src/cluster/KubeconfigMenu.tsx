import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import Popover from '@material-ui/core/Popover';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import GetAppIcon from '@material-ui/icons/GetApp';
import {
  spectroCloudClusterDownloadAdminKubeconfigPermission,
  spectroCloudClusterDownloadKubeconfigPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { useId, useState } from 'react';
import { usePalettePermission } from '../components/usePalettePermission';
import { spectroCloudTranslationRef } from '../translation';
import { KubeconfigMenuList } from './KubeconfigMenuList';
import { KubeconfigStatus } from './KubeconfigStatus';
import { useKubeconfig } from './useKubeconfig';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    alignItems: 'center',
    rowGap: theme.spacing(1),
    // The status stands there before it has anything to say.
    '& > :not(:empty):not(:last-child)': { marginInlineEnd: theme.spacing(1) },
  },
}));

/** Downloads a kubeconfig, one of those that there are for the user, or says why there is none. */
export const KubeconfigMenu = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const hintId = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const { download, start } = useKubeconfig(uid);
  const own = usePalettePermission(
    spectroCloudClusterDownloadKubeconfigPermission,
  );
  const admin = usePalettePermission(
    spectroCloudClusterDownloadAdminKubeconfigPermission,
  );
  if (own.loading || admin.loading) {
    return null;
  }
  const forbidden = !own.allowed && !admin.allowed;
  const loading = download.step === 'loading';
  const close = () => setAnchor(null);
  return (
    <div className={classes.root}>
      {forbidden ? (
        <Typography id={hintId} variant="body2" color="textSecondary">
          {t('kubeconfig.notAllowed')}
        </Typography>
      ) : (
        <KubeconfigStatus download={download} />
      )}
      <Button
        variant="contained"
        color="primary"
        disabled={forbidden || loading}
        aria-describedby={forbidden ? hintId : undefined}
        aria-haspopup="menu"
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
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
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        onClose={close}
      >
        <KubeconfigMenuList
          uid={uid}
          allowed={{ own: own.allowed, admin: admin.allowed }}
          onChoose={kind => {
            close();
            start(kind);
          }}
        />
      </Popover>
    </div>
  );
};
