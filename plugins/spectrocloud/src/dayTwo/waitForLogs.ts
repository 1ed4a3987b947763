import type { ClusterLogsProgress } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  type ErrorKind,
  explainError,
} from '@terasky/backstage-plugin-spectrocloud-react';

const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 30_000;
const SLOWER = 1.3;
/** Of waiting before somebody's eyes. */
const PATIENCE_MS = 10 * 60_000;

/** What may be over at the next look. */
const PASSING: ErrorKind[] = ['busy', 'outage', 'unavailable', 'network'];

/** Something that tells whether it is looked at: the document. */
type Visible = Pick<
  Document,
  'hidden' | 'addEventListener' | 'removeEventListener'
>;

/** Waits so long, and then until the page is looked at. */
async function pause(
  delayMs: number,
  { signal, visible }: { signal: AbortSignal; visible: Visible },
): Promise<void> {
  let onChange = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      let isOver = false;
      onChange = () => {
        if (signal.aborted) reject(signal.reason);
        else if (isOver && !visible.hidden) resolve();
      };
      timer = setTimeout(() => {
        isOver = true;
        onChange();
      }, delayMs);
      visible.addEventListener('visibilitychange', onChange);
      signal.addEventListener('abort', onChange);
      onChange();
    });
  } finally {
    clearTimeout(timer);
    visible.removeEventListener('visibilitychange', onChange);
    signal.removeEventListener('abort', onChange);
  }
}

/**
 * Looks how far the logs are: after 5 s at first, then ever slower up to 30 s, and never
 * in a hidden tab. After ten minutes of that it is given up.
 *
 * @throws what `look` throws, unless that may be over at the next look; the signal's reason when aborted.
 */
export async function waitForLogs(options: {
  look: () => Promise<ClusterLogsProgress>;
  signal: AbortSignal;
  visible?: Visible;
}): Promise<'ready' | 'failed' | 'gaveUp'> {
  const { look, signal, visible = document } = options;
  let delayMs = FIRST_DELAY_MS;
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += delayMs) {
    await pause(delayMs, { signal, visible });
    try {
      const { progress } = await look();
      if (progress !== 'collecting') return progress;
    } catch (error) {
      if (!PASSING.includes(explainError(error as Error))) throw error;
    }
    delayMs = Math.min(delayMs * SLOWER, LONGEST_DELAY_MS);
  }
  return 'gaveUp';
}
