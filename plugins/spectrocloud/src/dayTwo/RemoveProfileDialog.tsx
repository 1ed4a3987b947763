import { useTranslationRef } from '@backstage/frontend-plugin-api';
import DialogContentText from '@material-ui/core/DialogContentText';
import type { AttachedProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { useState } from 'react';
import { isolated } from '../components/isolated';
import { spectroCloudTranslationRef } from '../translation';
import { ChangeDialog } from './ChangeDialog';
import { DialogField } from './DialogField';
import type { DialogProps } from './DialogProps';

/** Takes a profile away from a cluster, once the profile's name has been typed. */
export const RemoveProfileDialog = (
  props: Pick<DialogProps, 'cluster' | 'onClose' | 'onDone'> & {
    profile: AttachedProfile;
  },
) => {
  const { cluster, profile, onClose, onDone } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const [typed, setTyped] = useState('');
  const name = profile.name ?? '';
  return (
    <ChangeDialog
      title={t('dayTwo.remove.title', {
        name: isolated(name),
        cluster: isolated(cluster.metadata.name),
      })}
      confirm={t('dayTwo.remove.confirm')}
      destructive
      ready={name !== '' && typed === name}
      change={reason => (api, options) =>
        api.removeClusterProfile(
          cluster.metadata.uid,
          { profileUid: profile.uid, name: typed, reason },
          options,
        )
      }
      onClose={onClose}
      onDone={onDone}
    >
      <DialogContentText>{t('dayTwo.remove.text')}</DialogContentText>
      <DialogField
        label={t('dayTwo.typeName', { name: isolated(name) })}
        value={typed}
        inputProps={{ autoComplete: 'off', spellCheck: false }}
        onChange={event => setTyped(event.target.value)}
      />
    </ChangeDialog>
  );
};
