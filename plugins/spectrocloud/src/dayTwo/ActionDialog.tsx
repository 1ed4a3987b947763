import type { Action } from './actionsOf';
import { DeleteDialog } from './DeleteDialog';
import type { DialogProps } from './DialogProps';
import { LifecycleDialog } from './LifecycleDialog';
import { LogsDialog } from './LogsDialog';
import { MetadataDialog } from './MetadataDialog';
import { ProfilesDialog } from './ProfilesDialog';
import { RepaveDialog } from './RepaveDialog';
import { ScaleDialog } from './ScaleDialog';
import { VariablesDialog } from './VariablesDialog';

/** The dialog of an action. */
export const ActionDialog = ({
  action,
  ...props
}: DialogProps & { action: Action }) => {
  switch (action) {
    case 'profiles':
      return <ProfilesDialog {...props} />;
    case 'variables':
      return <VariablesDialog {...props} />;
    case 'scale':
      return <ScaleDialog {...props} />;
    case 'repave':
      return <RepaveDialog {...props} />;
    case 'pause':
    case 'resume':
      return <LifecycleDialog {...props} pause={action === 'pause'} />;
    case 'logs':
      return <LogsDialog {...props} />;
    case 'metadata':
      return <MetadataDialog {...props} />;
    default:
      return <DeleteDialog {...props} force={action === 'forceDelete'} />;
  }
};
