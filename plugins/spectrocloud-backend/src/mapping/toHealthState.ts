/** Palette spells the same word in several ways: one of them for each. */
const SPELLINGS: Record<string, string> = {
  healthy: 'Healthy',
  unhealthy: 'UnHealthy',
  unknown: 'Unknown',
};

/** How well something is, as our API spells it; words that Palette adds stay as they are. */
export function toHealthState(state: string | undefined): string | undefined {
  return state && (SPELLINGS[state.toLowerCase()] ?? state);
}
