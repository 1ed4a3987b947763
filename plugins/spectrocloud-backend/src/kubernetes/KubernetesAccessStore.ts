import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  redactText,
  TurnQueue,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { LRUCache } from 'lru-cache';
import pTimeout from 'p-timeout';
import { PaletteBusyError } from '../errors/PaletteErrors';
import type { YamlReader } from '../kubeconfig/YamlReader';
import type { PaletteClient } from '../palette/PaletteClient';
import type { KnownAccess } from './accessOf';
import type { AccessTable } from './AccessTable';
import type { ClusterKey } from './ClusterKey';
import { KnownClusters, nameOf } from './KnownClusters';
import { type ClusterPlace, readAccess } from './readAccess';

/** Kubeconfigs are on a path where Palette allows ten calls a second to all of a Backstage. */
const CALLS_PER_SECOND = 2;
const MAX_ENDED_SESSIONS = 1_000;
const MAX_TENANTS = 1_000;
/** What has no turn by then is asked for again with the next list. */
const MAX_WAIT_MS = 10 * 60_000;
/** So often at most somebody has a cluster read anew. */
const FORCED_AFTER_MS = 60_000;
/** Whom Palette lets have no kubeconfig of a cluster doesn't ask for it again for so long. */
const REFUSED_FOR_MS = 60 * 60_000;
const MAX_REFUSED = 10_000;
/** So often at most it is looked up what other processes have read. */
const RECALL_AFTER_MS = 5_000;
/** What others save late, or by a slower clock, is looked up again. */
const RECALL_OVERLAP_MS = 10 * 60_000;
/** A list waits no longer for what other processes have read. */
const RECALL_PATIENCE_MS = 1_000;

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

/** Options of the store. */
export interface KubernetesAccessStoreOptions {
  yaml: YamlReader;
  logger: LoggerService;
  table: AccessTable;
  /** The clock, in milliseconds since 1970; for tests. */
  now?: () => number;
}

/**
 * What is known of clusters' Kubernetes APIs: endpoint, CA and OIDC client, which are the
 * same for all who may see the cluster; in memory, and in a table for processes that run
 * beside this one or after it. What isn't known is read behind the answers, two calls a
 * second at most, as whoever asks; nobody waits for it.
 */
export class KubernetesAccessStore {
  readonly #yaml: YamlReader;
  readonly #logger: LoggerService;
  readonly #table: AccessTable;
  readonly #now: () => number;
  readonly #turns: TurnQueue;
  readonly #known: KnownClusters;
  readonly #ended = new LRUCache<string, true>({ max: MAX_ENDED_SESSIONS });
  /** Askers, with clusters of which Palette refuses them a kubeconfig. */
  readonly #refused: LRUCache<string, true>;
  readonly #reading = new Map<string, Promise<void>>();
  /** When it was looked up what other processes have read of a tenant. */
  readonly #recalledAt = new LRUCache<string, number>({ max: MAX_TENANTS });
  readonly #recalling = new Map<string, Promise<void>>();

  constructor(options: KubernetesAccessStoreOptions) {
    const { yaml, logger, table, now = Date.now } = options;
    this.#yaml = yaml;
    this.#logger = logger;
    this.#table = table;
    this.#now = now;
    this.#known = new KnownClusters(now);
    this.#refused = new LRUCache({
      max: MAX_REFUSED,
      ttl: REFUSED_FOR_MS,
      ttlResolution: 0,
      perf: { now },
    });
    this.#turns = TurnQueue.create({
      limit: { perSecond: CALLS_PER_SECOND, burst: 1 },
      now,
    });
  }

  /**
   * Takes over what other processes, and this one before its restart, have read of a
   * tenant's clusters, where one of these is not known here. It waits a second at most.
   */
  async recall(tenant: Omit<ClusterKey, 'uid'>, uids: string[]): Promise<void> {
    if (!uids.some(uid => this.#known.isDue({ ...tenant, uid }))) return;
    const name = nameOf({ ...tenant, uid: '' });
    const before = this.#recalledAt.get(name) ?? 0;
    if (this.#now() - before >= RECALL_AFTER_MS && !this.#recalling.has(name)) {
      this.#recalledAt.set(name, this.#now());
      const recalling = this.#table
        .list(tenant, before - RECALL_OVERLAP_MS)
        .then(saved => saved.forEach(each => this.#known.takeOver(each)))
        .finally(() => this.#recalling.delete(name));
      this.#recalling.set(name, recalling);
    }
    await pTimeout(this.#recalling.get(name) ?? Promise.resolve(), {
      milliseconds: RECALL_PATIENCE_MS,
      fallback: () => {},
    });
  }

  /** What is known; where that is nothing, or old, it is read behind the answer. */
  get(key: ClusterKey, asker: Asker): KnownAccess {
    if (this.#known.isDue(key)) this.#read(key, asker);
    return this.#known.get(key) ?? { gap: 'not-read-yet' };
  }

  /** Has it read anew although it is known, since it seems to have changed. */
  reread(key: ClusterKey, asker: Asker): KnownAccess {
    if (!this.#known.wasTriedWithin(key, FORCED_AFTER_MS)) {
      this.#read(key, asker);
    }
    return this.#known.get(key) ?? { gap: 'not-read-yet' };
  }

  /** Resolves when nothing is being read; for tests, and for the end. */
  async settled(): Promise<void> {
    await Promise.all(this.#reading.values());
  }

  #read(key: ClusterKey, asker: Asker): void {
    const name = nameOf(key);
    if (this.#reading.has(name)) return;
    if (this.#refused.has(`${asker.queueKey} ${name}`)) return;
    const reading = this.#readInTurn(key, asker).finally(() => {
      this.#reading.delete(name);
    });
    this.#reading.set(name, reading);
  }

  async #readInTurn(key: ClusterKey, asker: Asker): Promise<void> {
    const deadline = this.#now() + MAX_WAIT_MS;
    const takeTurn = async () => {
      const { queueKey: user } = asker;
      const { kind } = await this.#turns.acquire({ user, deadline });
      if (kind !== 'granted' || this.#ended.has(asker.sessionId)) {
        throw new PaletteBusyError(1);
      }
    };
    try {
      await takeTurn();
      // While it waited, another process may have read it.
      const saved = await this.#table.find(key);
      if (saved && this.#known.takeOver(saved) && !this.#known.isDue(key)) {
        return;
      }
      let turn: Promise<void> | undefined = Promise.resolve();
      const nextClient = async () => {
        await (turn ?? takeTurn());
        turn = undefined;
        return asker.client();
      };
      const yaml = this.#yaml.of(asker.queueKey);
      const known = await readAccess(asker.place, nextClient, yaml);
      await this.#save(key, known, this.#known.keep(key, known));
    } catch (error) {
      const isOfAsker = isEndOfSession(error as Error);
      if (isOfAsker) this.#ended.set(asker.sessionId, true);
      // Somebody else may be allowed to.
      const isRefused = error instanceof NotAllowedError;
      if (isRefused)
        this.#refused.set(`${asker.queueKey} ${nameOf(key)}`, true);
      const isBusy = error instanceof PaletteBusyError;
      this.#known.fail(key, { isOther: isBusy || isOfAsker, isRefused });
      this.#logger.debug(
        `How the Kubernetes API of a cluster is reached could not be read: ${redactText((error as Error).message)}`,
      );
    }
  }

  async #save(
    key: ClusterKey,
    { access, gap }: KnownAccess,
    readAt: number,
  ): Promise<void> {
    if (access && !gap) {
      await this.#table.save({ key, access, readAt });
    } else {
      await this.#table.remove(key);
    }
  }
}

/** Which is the asker's alone. */
function isEndOfSession({ name }: Error): boolean {
  return (
    name === 'ReauthenticationRequiredError' || name === 'AuthenticationError'
  );
}
