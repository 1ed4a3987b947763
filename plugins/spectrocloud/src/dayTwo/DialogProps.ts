import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import type { Action } from './actionsOf';

/** What the dialog of each action gets. */
export interface DialogProps {
  cluster: Cluster;
  onClose: () => void;
  /** Palette has taken the change. */
  onDone: () => void;
  /** Opens the dialog of another action instead; of profiles, to take a repave back. */
  onOther: (action: Action, options?: { takesBack?: boolean }) => void;
  /** Whether the profiles' dialog is there to take a repave back. */
  takesBack?: boolean;
}
