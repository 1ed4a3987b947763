import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import Snackbar from '@material-ui/core/Snackbar';
import SnackbarContent from '@material-ui/core/SnackbarContent';
import CloseIcon from '@material-ui/icons/Close';
import { useEffect, useState } from 'react';
import type { SpectroCloudSessionEnding } from '../api/SessionEndWatch';
import { spectroCloudAuthApiRef } from '../api/SpectroCloudAuthApi';
import { spectroCloudAuthTranslationRef } from '../translation';

/**
 * Says, some minutes before, that a session with Palette ends which nothing can renew, and
 * offers to sign in anew. The new front-end system has it in its plugin.
 *
 * @public
 */
export const SpectroCloudSessionNotice = () => {
  const authApi = useApi(spectroCloudAuthApiRef);
  const { t } = useTranslationRef(spectroCloudAuthTranslationRef);
  const [ending, setEnding] = useState<SpectroCloudSessionEnding>();
  useEffect(() => authApi.onSessionEnding(setEnding), [authApi]);
  if (!ending) {
    return null;
  }
  const dismiss = () => setEnding(undefined);
  const time = ending.endsAt.toLocaleTimeString(t('locale'), {
    timeStyle: 'short',
  });
  return (
    <Snackbar open anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}>
      <SnackbarContent
        role="status"
        message={t('sessionEnd.message', { time })}
        action={
          <>
            <Button
              color="inherit"
              size="small"
              // Whoever closes the window keeps the session, and the notice.
              onClick={() => ending.signIn().catch(() => undefined)}
            >
              {t('sessionEnd.signIn')}
            </Button>
            <IconButton
              color="inherit"
              size="small"
              aria-label={t('sessionEnd.dismiss')}
              onClick={dismiss}
            >
              <CloseIcon fontSize="small" />
            </IconButton>
          </>
        }
      />
    </Snackbar>
  );
};
