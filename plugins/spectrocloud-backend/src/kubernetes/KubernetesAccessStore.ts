import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  redactText,
  TurnQueue,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { LRUCache } from 'lru-cache';
import type { YamlReader } from '../kubeconfig/YamlReader';
import { PaletteBusyError } from '../errors/PaletteErrors';
import type { PaletteClient } from '../palette/PaletteClient';
import type { KnownAccess } from './accessOf';
import { type ClusterPlace, readAccess } from './readAccess';

/** Kubeconfigs are on a path where Palette allows ten calls a second to all of a Backstage. */
const CALLS_PER_SECOND = 2;
const MAX_CLUSTERS = 10_000;
const MAX_ENDED_SESSIONS = 1_000;
/** What has no turn by then is asked for again with the next list. */
const MAX_WAIT_MS = 10 * 60_000;
const REREAD_AFTER_MS = 6 * 60 * 60_000;
const RETRY_AFTER_MS = 60_000;
const MAX_RETRY_AFTER_MS = 60 * 60_000;
const BUSY_RETRY_AFTER_MS = 5_000;
/** So often at most somebody has a cluster read anew. */
const FORCED_AFTER_MS = 60_000;

/** Names a cluster for all who may see it. */
export interface ClusterKey {
  instance: string;
  tenantUid: string;
  uid: string;
}

/** As whom a cluster is read, once an answer has been sent. */
export interface Asker {
  /** Whose end ends what is still to be read for it. */
  sessionId: string;
  /** Takes turns with others. */
  queueKey: string;
  /** Where Palette has the cluster. */
  place: ClusterPlace;
  /** For one call. */
  client(): PaletteClient;
}

interface Entry {
  known: KnownAccess;
  readAt: number;
  /** When it is due to be read again. */
  dueAt: number;
  misses: number;
}

/** Options of the store. */
export interface KubernetesAccessStoreOptions {
  yaml: YamlReader;
  logger: LoggerService;
  /** The clock, in milliseconds since 1970; for tests. */
  now?: () => number;
}

/**
 * What is known of clusters' Kubernetes APIs: endpoint, CA and OIDC client, which are the
 * same for all who may see the cluster. What isn't known is read behind the answers, two
 * calls a second at most, as whoever asks; nobody waits for it.
 */
export class KubernetesAccessStore {
  readonly #yaml: YamlReader;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #turns: TurnQueue;
  readonly #entries = new LRUCache<string, Entry>({ max: MAX_CLUSTERS });
  readonly #ended = new LRUCache<string, true>({ max: MAX_ENDED_SESSIONS });
  readonly #reading = new Map<string, Promise<void>>();

  constructor(options: KubernetesAccessStoreOptions) {
    const { yaml, logger, now = Date.now } = options;
    this.#yaml = yaml;
    this.#logger = logger;
    this.#now = now;
    this.#turns = TurnQueue.create({
      limit: { perSecond: CALLS_PER_SECOND, burst: 1 },
      now,
    });
  }

  /** What is known; where that is nothing, or old, it is read behind the answer. */
  get(key: ClusterKey, asker: Asker): KnownAccess {
    const name = nameOf(key);
    const entry = this.#entries.get(name);
    if (!entry || this.#now() >= entry.dueAt) this.#read(name, asker);
    return entry?.known ?? { gap: 'not-read-yet' };
  }

  /** Has it read anew although it is known, since it seems to have changed. */
  reread(key: ClusterKey, asker: Asker): KnownAccess {
    const name = nameOf(key);
    const entry = this.#entries.get(name);
    if (!entry || this.#now() - entry.readAt >= FORCED_AFTER_MS) {
      this.#read(name, asker);
    }
    return entry?.known ?? { gap: 'not-read-yet' };
  }

  /** Resolves when nothing is being read; for tests, and for the end. */
  async settled(): Promise<void> {
    await Promise.all(this.#reading.values());
  }

  #read(name: string, asker: Asker): void {
    if (this.#reading.has(name)) return;
    const reading = this.#readInTurn(name, asker).finally(() => {
      this.#reading.delete(name);
    });
    this.#reading.set(name, reading);
  }

  async #readInTurn(name: string, asker: Asker): Promise<void> {
    const deadline = this.#now() + MAX_WAIT_MS;
    const nextClient = async () => {
      const { queueKey: user } = asker;
      const { kind } = await this.#turns.acquire({ user, deadline });
      if (kind !== 'granted' || this.#ended.has(asker.sessionId)) {
        throw new PaletteBusyError(1);
      }
      return asker.client();
    };
    try {
      const yaml = this.#yaml.of(asker.queueKey);
      this.#keep(name, await readAccess(asker.place, nextClient, yaml));
    } catch (error) {
      if (isOfAsker(error as Error)) this.#ended.set(asker.sessionId, true);
      this.#fail(name, error as Error);
    }
  }

  #keep(name: string, known: KnownAccess): void {
    const misses = known.access
      ? 0
      : (this.#entries.peek(name)?.misses ?? 0) + 1;
    this.#set(name, {
      known,
      misses,
      afterMs: misses === 0 ? REREAD_AFTER_MS : retryAfterMs(misses),
    });
  }

  /** What was known stays. */
  #fail(name: string, error: Error): void {
    const before = this.#entries.peek(name);
    // Neither says anything of the cluster: the next who asks may have more luck.
    const isOther = error instanceof PaletteBusyError || isOfAsker(error);
    const misses = (before?.misses ?? 0) + (isOther ? 0 : 1);
    this.#set(name, {
      known: before?.known.access
        ? before.known
        : { gap: isOther ? 'not-read-yet' : 'failed' },
      misses,
      afterMs: isOther ? BUSY_RETRY_AFTER_MS : retryAfterMs(misses),
    });
    this.#logger.debug(
      `How the Kubernetes API of a cluster is reached could not be read: ${redactText(error.message)}`,
    );
  }

  #set(
    name: string,
    {
      known,
      misses,
      afterMs,
    }: { known: KnownAccess; misses: number; afterMs: number },
  ): void {
    const readAt = this.#now();
    this.#entries.set(name, { known, misses, readAt, dueAt: readAt + afterMs });
  }
}

function nameOf({ instance, tenantUid, uid }: ClusterKey): string {
  return JSON.stringify([instance, tenantUid, uid]);
}

/** Whether a session ended meanwhile, which is the asker's alone. */
function isOfAsker({ name }: Error): boolean {
  return (
    name === 'ReauthenticationRequiredError' || name === 'AuthenticationError'
  );
}

function retryAfterMs(misses: number): number {
  return Math.min(RETRY_AFTER_MS * 2 ** (misses - 1), MAX_RETRY_AFTER_MS);
}
