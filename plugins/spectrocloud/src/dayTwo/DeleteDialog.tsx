import { useTranslationRef } from '@backstage/frontend-plugin-api';
import DialogContentText from '@material-ui/core/DialogContentText';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { isolated } from '../components/isolated';
import { spectroCloudTranslationRef } from '../translation';
import { DialogField } from './DialogField';
import { ChangeDialog } from './ChangeDialog';
import type { DialogProps } from './DialogProps';

/** Deletes a cluster, once its name has been typed; by force with a reason. */
export const DeleteDialog = (props: DialogProps & { force?: boolean }) => {
  const { cluster, force = false, onClose, onDone } = props;
  const { uid, name } = cluster.metadata;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const [typed, setTyped] = useState('');
  return (
    <ChangeDialog
      title={t(force ? 'dayTwo.forceDeleteTitle' : 'dayTwo.deleteTitle', {
        name: isolated(name),
      })}
      confirm={t(force ? 'dayTwo.forceDelete' : 'dayTwo.delete')}
      destructive
      ready={name !== '' && typed === name}
      reasonRequired={force}
      change={reason => (api, options) =>
        force
          ? api.forceDeleteCluster(
              uid,
              { name: typed, reason: reason ?? '' },
              options,
            )
          : api.deleteCluster(uid, { name: typed, reason }, options)
      }
      onClose={onClose}
      onDone={onDone}
    >
      <DialogContentText>
        {t(cluster.virtual ? 'dayTwo.deleteVirtualText' : 'dayTwo.deleteText')}
      </DialogContentText>
      {force && (
        <Typography variant="body2" color="error" paragraph>
          {t('dayTwo.forceWarning')}
        </Typography>
      )}
      <DialogField
        label={t('dayTwo.typeName', { name: isolated(name) })}
        value={typed}
        inputProps={{ autoComplete: 'off', spellCheck: false }}
        onChange={event => setTyped(event.target.value)}
      />
    </ChangeDialog>
  );
};
