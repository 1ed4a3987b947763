/**
 * After so long without a word, in milliseconds, the agent of a cluster that runs is
 * cut off or gone: it reports every minute, and one that is restarted or whose network
 * blinks is back by then.
 *
 * @public
 */
export const AGENT_SILENT_AFTER_MS = 15 * 60_000;
