import { useTranslationRef } from '@backstage/frontend-plugin-api';
import DialogContentText from '@material-ui/core/DialogContentText';
import { isolated } from '../components/isolated';
import { spectroCloudTranslationRef } from '../translation';
import { ChangeDialog } from './ChangeDialog';
import type { DialogProps } from './DialogProps';

/** Pauses or resumes a virtual cluster. */
export const LifecycleDialog = (props: DialogProps & { pause: boolean }) => {
  const { cluster, pause, onClose, onDone } = props;
  const { uid, name } = cluster.metadata;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <ChangeDialog
      title={t(pause ? 'dayTwo.pauseTitle' : 'dayTwo.resumeTitle', {
        name: isolated(name),
      })}
      confirm={t(pause ? 'dayTwo.pause' : 'dayTwo.resume')}
      ready
      change={reason => (api, options) =>
        api.changeClusterLifecycle(uid, { pause, reason }, options)
      }
      onClose={onClose}
      onDone={onDone}
    >
      <DialogContentText>
        {t(pause ? 'dayTwo.pauseText' : 'dayTwo.resumeText')}
      </DialogContentText>
    </ChangeDialog>
  );
};
