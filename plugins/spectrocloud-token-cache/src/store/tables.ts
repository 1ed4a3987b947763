export const SESSIONS = 'spectrocloud_sessions';
export const TOMBSTONES = 'spectrocloud_tombstones';
export const USED_STATES = 'spectrocloud_used_states';
export const REVOCATIONS = 'spectrocloud_revocations';
