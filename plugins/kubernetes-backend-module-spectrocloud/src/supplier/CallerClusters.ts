import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { ClusterDetails } from '@backstage/plugin-kubernetes-node';
import type { PaletteUserApi } from '@terasky/backstage-plugin-spectrocloud-node';
import type { SessionHolder } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { LRUCache } from 'lru-cache';
import pTimeout from 'p-timeout';
import type { ClusterProviderConfig } from '../config/ClusterProviderConfig';
import { chooseClusters } from './chooseClusters';
import { toClusterDetails } from './toClusterDetails';

export type UserCredentials = BackstageCredentials<BackstageUserPrincipal>;

/** What a user has of one Palette. */
export interface CallerList {
  clusters: ClusterDetails[];
  /** Set where the user has no session there. */
  isSignedOut?: true;
}

const MAX_HELD = 10_000;
/** Of who has no session, or when Palette can't be asked: both may pass. */
const FAILURE_HELD_MS = 5_000;
/** What is being read yet should be there soon. */
const INCOMPLETE_HELD_MS = 5_000;
/** For so long a list is better than none while Palette can't be asked. */
const KEPT_MS = 10 * 60_000;

interface Entry {
  list: CallerList;
  /** When Palette told it. */
  readAt: number;
  freshUntil: number;
}

/** What a {@link CallerClusters} needs. */
export interface CallerClustersOptions {
  config: ClusterProviderConfig;
  api: PaletteUserApi;
  logger: LoggerService;
  /** The clock, in milliseconds; for tests. */
  now?: () => number;
}

/** Each user's own clusters of one Palette, held for a while. */
export class CallerClusters implements SessionHolder {
  readonly config: ClusterProviderConfig;
  readonly #api: PaletteUserApi;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  readonly #held: LRUCache<string, Entry>;
  readonly #flights = new Map<string, Promise<CallerList>>();

  constructor(options: CallerClustersOptions) {
    const { config, api, logger, now = () => performance.now() } = options;
    this.config = config;
    this.#api = api;
    this.#logger = logger;
    this.#now = now;
    this.#held = new LRUCache({
      max: MAX_HELD,
      ttl: Math.max(KEPT_MS, config.refreshIntervalMs),
      ttlResolution: 0,
      perf: { now },
    });
  }

  /** The user's list: held, or read now, once for all who want it at the same time. */
  async of(credentials: UserCredentials): Promise<CallerList> {
    const { userEntityRef } = credentials.principal;
    const held = this.#held.get(userEntityRef);
    if (held && this.#now() < held.freshUntil) return held.list;
    const flight = this.#flights.get(userEntityRef);
    if (flight) return flight;
    const started: Promise<CallerList> = this.#read(credentials, held)
      .then(entry => {
        // A flight that was forgotten meanwhile may be of who is signed out now.
        if (this.#flights.get(userEntityRef) === started) {
          this.#held.set(userEntityRef, entry);
        }
        return entry.list;
      })
      .finally(() => {
        if (this.#flights.get(userEntityRef) === started) {
          this.#flights.delete(userEntityRef);
        }
      });
    this.#flights.set(userEntityRef, started);
    return started;
  }

  /** Forgets all lists, since somebody's session has ended: whose it was, they don't say. */
  dropSessions(): void {
    this.#held.clear();
    this.#flights.clear();
  }

  async #read(
    credentials: UserCredentials,
    before: Entry | undefined,
  ): Promise<Entry> {
    const { instance, clusterTimeoutMs, refreshIntervalMs } = this.config;
    try {
      const clusters = await pTimeout(
        this.#api.of(credentials).listKubernetesClusters({ instance }),
        {
          milliseconds: clusterTimeoutMs,
          message: `no answer within ${clusterTimeoutMs} ms`,
        },
      );
      const { chosen, leftOut } = chooseClusters(clusters, this.config);
      this.#tell(chosen.length, leftOut);
      const heldMs = leftOut.has('not-read-yet')
        ? Math.min(INCOMPLETE_HELD_MS, refreshIntervalMs)
        : refreshIntervalMs;
      return {
        list: { clusters: toClusterDetails(chosen, this.config) },
        readAt: this.#now(),
        freshUntil: this.#now() + heldMs,
      };
    } catch (error) {
      return {
        ...this.#instead(before, error),
        freshUntil: this.#now() + FAILURE_HELD_MS,
      };
    }
  }

  /** Who may see nothing sees nothing; a failure alone takes nothing away, for a while. */
  #instead(
    before: Entry | undefined,
    error: unknown,
  ): Pick<Entry, 'list' | 'readAt'> {
    this.#logger.debug(
      `The clusters of a user at Palette '${this.config.instance}' could not be told: ${stringifyError(error)}`,
    );
    const now = this.#now();
    const { statusCode } = error as { statusCode?: number };
    if (statusCode === 401) {
      return { list: { clusters: [], isSignedOut: true }, readAt: now };
    }
    return statusCode !== 403 && before && now - before.readAt < KEPT_MS
      ? before
      : { list: { clusters: [] }, readAt: now };
  }

  #tell(shown: number, leftOut: Map<string, number>): void {
    const others = [...leftOut].map(([gap, count]) => `${count} ${gap}`);
    this.#logger.debug(
      `Palette '${this.config.instance}': ${shown} clusters of a user, left out ${others.join(', ') || 'none'}`,
    );
  }
}
