/** Palette's spellings of what is one state to people. */
const ONE_SPELLING: ReadonlyMap<string, string> = new Map([
  ['Unhealthy', 'UnHealthy'],
  ['Failed', 'Error'],
]);

/** A state of Palette, in one spelling. */
export function stateOf(state: string | undefined): string | undefined {
  return state && (ONE_SPELLING.get(state) ?? state);
}

const IN_TRANSITION = [
  'Pending',
  'Provisioning',
  'Importing',
  'Deleting',
  'Pausing',
  'Resuming',
];

/** Whether Palette is at work on it, so that what isn't ready yet isn't broken. */
export function isInTransition(state: string | undefined): boolean {
  return IN_TRANSITION.includes(state ?? '');
}
