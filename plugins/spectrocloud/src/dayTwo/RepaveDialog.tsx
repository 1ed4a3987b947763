import { Progress } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import DialogContentText from '@material-ui/core/DialogContentText';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { usePaletteScope } from '../components/PaletteScope';
import { isolated } from '../components/isolated';
import { spectroCloudTranslationRef } from '../translation';
import { ChangeDialog } from './ChangeDialog';
import type { DialogProps } from './DialogProps';
import { Refusal } from './Refusal';
import { RepaveReasons } from './RepaveReasons';

/** Approves that nodes are replaced; Palette has no call that refuses it, so the way back is shown. */
export const RepaveDialog = (props: DialogProps) => {
  const { cluster, onClose, onDone, onOther } = props;
  const { uid, name } = cluster.metadata;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const scope = usePaletteScope();
  const { value, error } = useLoad(
    options => api.getClusterRepave(uid, { ...options, ...scope, fresh: true }),
    uid,
  );
  const isPending = value?.state === 'Pending';
  return (
    <ChangeDialog
      title={t('dayTwo.repaveTitle', { name: isolated(name) })}
      confirm={t('dayTwo.approve')}
      ready={isPending}
      change={reason => (client, options) =>
        client.approveClusterRepave(uid, { reason }, options)
      }
      onClose={onClose}
      onDone={onDone}
    >
      {!value && !error && <Progress />}
      <Refusal error={error} />
      {value && !isPending && (
        <DialogContentText>{t('dayTwo.noRepave')}</DialogContentText>
      )}
      {value && isPending && (
        <>
          <DialogContentText>{t('dayTwo.repaveText')}</DialogContentText>
          <RepaveReasons reasons={value.reasons} />
          <Typography variant="body2" gutterBottom>
            {t('dayTwo.repaveBack')}
          </Typography>
          <Button
            size="small"
            onClick={() => onOther('profiles', { takesBack: true })}
          >
            {t('dayTwo.takeBack')}
          </Button>
        </>
      )}
    </ChangeDialog>
  );
};
