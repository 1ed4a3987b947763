import type {
  ApiOptions,
  Cluster,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { isPassing, readFailure } from '../task/describeFailure';
import { oneLine } from '../task/oneLine';
import { TaskStoppedError } from '../task/TaskStoppedError';
import type { Clock } from './Clock';
import { formatDuration } from './formatDuration';
import { Progress } from './Progress';

/** A request needs its token for longer than it takes to send it. */
const TOKEN_MARGIN_MS = 30_000;

/** How often what Palette reports of a cluster in the making is looked at. */
const DETAILS_EVERY_MS = 60_000;

/** What is waited for. */
export type Goal = 'running' | 'healthy' | 'deleted';

/** A wait. */
export interface WaitOptions {
  clusterUid: string;
  until: Goal;
  pollMs: number;
  timeoutMs: number;
  /** When the user's token expires, in milliseconds since 1970. */
  expiresAt?: number;
  /** The step to start again from, should the wait end before its goal. */
  stepName: string;
  place: ApiOptions & { projectUid: string };
}

/** What a wait needs. */
export interface WaitDeps {
  api: SpectroCloudApi;
  clock: Clock;
  log: (line: string) => void;
}

/**
 * Waits until a cluster is as wanted, telling the log what changes.
 *
 * Keeps nothing: run again, it goes on from how the cluster is.
 *
 * @returns the state that the cluster reached, in Palette's words
 * @throws `TaskStoppedError` when the cluster fails, the time is up, or the user's token
 * is about to expire; `ResponseError` for what Palette refuses.
 */
export async function waitForCluster(
  options: WaitOptions,
  deps: WaitDeps,
): Promise<string> {
  const { clock, log } = deps;
  const { clusterUid, until, pollMs, timeoutMs, place } = options;
  const startedAt = clock.now();
  const progress = new Progress({ log, clock });
  let detailsAt = startedAt;
  for (;;) {
    const state = await look(options, deps, progress);
    if (state?.reached) return state.text;
    const now = clock.now();
    if (state && now - detailsAt >= DETAILS_EVERY_MS) {
      detailsAt = now;
      progress.conditions(await readDetails(options, deps));
    }
    endBeforeTokenExpires(options, now, progress);
    if (now - startedAt >= timeoutMs) {
      throw new TaskStoppedError(
        `The cluster ${clusterUid} is not ${until} after ${formatDuration(timeoutMs)}; it is ${progress.state}. Start the task again from the step '${options.stepName}' to go on waiting.`,
      );
    }
    await clock.sleep(pollMs, place.signal);
  }
}

/** The state; nothing while Palette can't be asked, which passes. */
async function look(
  options: WaitOptions,
  { api }: WaitDeps,
  progress: Progress,
): Promise<{ reached: boolean; text: string } | undefined> {
  const { clusterUid, until, place } = options;
  try {
    const found = await api.getClusterState(clusterUid, {
      ...place,
      fresh: true,
    });
    const { upgrading } = found;
    const text = oneLine(found.state ?? 'Unknown', 40);
    progress.saw(upgrading ? `${text}, changing its packs` : text);
    if (until === 'deleted') return { reached: text === 'Deleted', text };
    if (text === 'Error') {
      throw new TaskStoppedError(await describeError(options, { api }));
    }
    if (text === 'Deleting' || text === 'Deleted') {
      throw new TaskStoppedError(
        `The cluster ${clusterUid} is being deleted, so it won't be ${until}`,
      );
    }
    const running = text === 'Running' && !upgrading;
    if (!running || until === 'running') return { reached: running, text };
    const { status } = await api.getCluster(clusterUid, {
      ...place,
      fresh: true,
    });
    const health = oneLine(status.health?.state ?? 'Unknown', 40);
    progress.saw(`${text}, its health is ${health}`);
    return { reached: health === 'Healthy', text };
  } catch (error) {
    if (until === 'deleted' && readFailure(error).status === 404) {
      return { reached: true, text: 'Deleted' };
    }
    if (!isPassing(error)) throw error;
    progress.missed(oneLine(readFailure(error).message ?? ''));
    return undefined;
  }
}

/** Why it failed, as far as Palette says. */
async function describeError(
  { clusterUid, place }: WaitOptions,
  { api }: Pick<WaitDeps, 'api'>,
): Promise<string> {
  const summary = `Palette reports an error of the cluster ${clusterUid}`;
  try {
    const cluster = await api.getCluster(clusterUid, { ...place, fresh: true });
    const reasons = cluster.status.conditions
      .filter(({ status, message }) => status !== 'True' && message)
      .map(({ type, message }) => `- ${oneLine(type)}: ${oneLine(message!)}`);
    return [summary, ...reasons].join('\n');
  } catch (error) {
    // The sentence is worth more than its reasons.
    if (!isPassing(error)) throw error;
    return summary;
  }
}

async function readDetails(
  { clusterUid, place }: WaitOptions,
  { api }: WaitDeps,
): Promise<Cluster['status']['conditions']> {
  try {
    const { status } = await api.getCluster(clusterUid, place);
    return status.conditions;
  } catch (error) {
    if (!isPassing(error) && readFailure(error).status !== 404) throw error;
    return [];
  }
}

function endBeforeTokenExpires(
  { expiresAt, pollMs, clusterUid, stepName, until }: WaitOptions,
  now: number,
  progress: Progress,
): void {
  if (expiresAt === undefined || now + pollMs + TOKEN_MARGIN_MS < expiresAt) {
    return;
  }
  throw new TaskStoppedError(
    `Your Backstage sign-in, with which this task asks Palette, ends at ${new Date(expiresAt).toISOString()}, so the wait ends here. The cluster ${clusterUid} is ${progress.state}, and Palette goes on without this task. Start the task again from the step '${stepName}' to wait until it is ${until}: steps before it find what they did.`,
  );
}
