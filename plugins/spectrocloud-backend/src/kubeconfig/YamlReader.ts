import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { TimeLimit } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import pLimit, { type LimitFunction } from 'p-limit';

const TIMEOUT_MS = 5_000;
const MAX_JSON_LENGTH = 1024 * 1024;
const MEMORY = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16 };
/** Each may keep a processor busy for all of its time. */
const MAX_THREADS = 2;
const THREAD = join(
  dirname(
    require.resolve('@terasky/backstage-plugin-spectrocloud-backend/package.json'),
  ),
  'threads',
  'readYaml.js',
);

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * Reads YAML that somebody else wrote, outside of the event loop and within a
 * time limit: nobody knows all texts that take a YAML library too long.
 */
export class YamlReader {
  readonly #timeoutMs: number;
  readonly #inTurn: InTurn;
  readonly #users = new Map<string, LimitFunction>();

  private constructor(timeoutMs: number, inTurn: InTurn) {
    this.#timeoutMs = timeoutMs;
    this.#inTurn = inTurn;
  }

  static create(options: { timeoutMs?: number } = {}): YamlReader {
    return new YamlReader(options.timeoutMs ?? TIMEOUT_MS, pLimit(MAX_THREADS));
  }

  /** The reader of one user, who has one thread at a time: whatever takes long there leaves the other to others. */
  of(user: string): YamlReader {
    return new YamlReader(this.#timeoutMs, work => this.#inTurnOf(user, work));
  }

  /** What the text says; `undefined` for what is no single, faultless document, or takes too much. */
  async read(text: string): Promise<unknown> {
    return this.#inTurn(() => readInThread(text, this.#timeoutMs));
  }

  async #inTurnOf<T>(user: string, work: () => Promise<T>): Promise<T> {
    const turns = this.#users.get(user) ?? pLimit(1);
    this.#users.set(user, turns);
    try {
      return await turns(() => this.#inTurn(work));
    } finally {
      if (turns.activeCount + turns.pendingCount === 0) {
        this.#users.delete(user);
      }
    }
  }
}

async function readInThread(text: string, timeoutMs: number): Promise<unknown> {
  const limit = TimeLimit.start(timeoutMs);
  const worker = new Worker(THREAD, {
    workerData: { text, maxJsonLength: MAX_JSON_LENGTH },
    resourceLimits: MEMORY,
    // Nothing of this process: neither its secrets nor what it loads first.
    env: {},
    execArgv: [],
  });
  try {
    const [json] = await limit.race(once(worker, 'message'));
    return typeof json === 'string' ? JSON.parse(json) : undefined;
  } catch {
    // It throws for texts that are too deep, and runs out of time or memory for others.
    return undefined;
  } finally {
    limit.end();
    await worker.terminate();
  }
}
