import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { stateOf } from '../components/stateOf';

/** What can be done to a cluster, in the order of the menu. */
export const ACTIONS = [
  'profiles',
  'variables',
  'scale',
  'repave',
  'pause',
  'resume',
  'logs',
  'metadata',
  'delete',
  'forceDelete',
] as const;

export type Action = (typeof ACTIONS)[number];

/** Which of our own permissions the user has. */
export interface Allowed {
  update: boolean;
  updateProfiles: boolean;
  downloadLogs: boolean;
  approveRepave: boolean;
  delete: boolean;
  forceDelete: boolean;
}

/** An entry of the menu; with a hint, it can't be chosen. */
export interface ActionChoice {
  action: Action;
  hint?:
    | 'notAllowed'
    | 'notByPalette'
    | 'notRunning'
    | 'notDeleting'
    | 'going'
    | 'inConsole';
}

const NEEDS: Record<Action, keyof Allowed> = {
  profiles: 'updateProfiles',
  variables: 'updateProfiles',
  scale: 'update',
  repave: 'approveRepave',
  pause: 'update',
  resume: 'update',
  logs: 'downloadLogs',
  metadata: 'update',
  delete: 'delete',
  forceDelete: 'forceDelete',
};

/** Their pools are hosts, quotas, or somebody else's. */
const UNSIZED = ['edge-native', 'generic', 'nested'];

/** Whether Palette lets the user do it, as far as it says so. */
function isLetByPalette(
  { metadata, virtual }: Cluster,
  action: Action,
): boolean {
  const { permissions } = metadata.annotations ?? {};
  // Who sees a cluster may see its logs, as far as the vendor's description tells.
  if (!permissions || action === 'logs') return true;
  const wanted = action.toLowerCase().endsWith('delete') ? 'delete' : 'update';
  return permissions
    .split(',')
    .map(permission => permission.trim())
    .some(
      permission =>
        permission === `cluster.${wanted}` ||
        (virtual && permission === `virtualCluster.${wanted}`),
    );
}

function exists({ virtual }: Cluster, action: Action): boolean {
  const isPaused = /^paus/i.test(virtual?.lifecycle ?? '');
  if (action === 'pause') return virtual !== undefined && !isPaused;
  if (action === 'resume') return virtual !== undefined && isPaused;
  return true;
}

function hintOf(
  cluster: Cluster,
  action: Action,
  allowed: Allowed,
): ActionChoice['hint'] {
  if (!allowed[NEEDS[action]]) return 'notAllowed';
  if (!isLetByPalette(cluster, action)) return 'notByPalette';
  const state = stateOf(cluster.status.state);
  if (action === 'forceDelete') {
    return state === 'Deleting' ? undefined : 'notDeleting';
  }
  if (state === 'Deleting' || state === 'Deleted') return 'going';
  if (action === 'scale' && UNSIZED.includes(cluster.spec.cloudType ?? '')) {
    return 'inConsole';
  }
  const mayWait = action === 'delete' || action === 'metadata';
  return mayWait || state === 'Running' ? undefined : 'notRunning';
}

/** What there is to do to the cluster, and what of it the user can't do now. */
export function actionsOf(cluster: Cluster, allowed: Allowed): ActionChoice[] {
  return ACTIONS.filter(
    action =>
      exists(cluster, action) &&
      // Whoever may not has no use for knowing of it.
      (action !== 'forceDelete' || allowed.forceDelete),
  ).map(action => ({ action, hint: hintOf(cluster, action, allowed) }));
}
