import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { spectroCloudAuthApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useId, useState } from 'react';
import { spectroCloudTranslationRef } from '../translation';

export const SignOutEverywhereButton = (props: {
  disabled: boolean;
  run: (action: () => Promise<void>) => Promise<void>;
}) => {
  const { disabled, run } = props;
  const authApi = useApi(spectroCloudAuthApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const [open, setOpen] = useState(false);
  const titleId = useId();
  const textId = useId();
  const close = () => setOpen(false);
  const confirm = () => {
    close();
    run(() => authApi.endSessions());
  };
  return (
    <>
      <Button
        variant="outlined"
        disabled={disabled}
        onClick={() => setOpen(true)}
      >
        {t('session.signOutEverywhere')}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        aria-labelledby={titleId}
        aria-describedby={textId}
      >
        <DialogTitle id={titleId}>{t('session.confirmTitle')}</DialogTitle>
        <DialogContent>
          <DialogContentText id={textId}>
            {t('session.confirm')}
          </DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button onClick={close}>{t('session.cancel')}</Button>
          <Button color="primary" variant="contained" onClick={confirm}>
            {t('session.signOutEverywhere')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};
