import {
  TurnQueue,
  type Limit,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { CallerGoneError, PaletteBusyError } from '../errors/PaletteErrors';
import type { PaletteMetrics } from '../metrics';

/** Which of Palette's documented limits a prefix has. */
export type LimitClass = 'standard' | 'fast';

/** Prefixes with a limit of their own, the most special first. */
const SPECIAL_PREFIXES: Array<[RegExp, string, LimitClass]> = [
  [
    /^\/v1\/spectroclusters\/[^/]+\/assets(\/|$)/,
    '/v1/spectroclusters/:uid/assets',
    'standard',
  ],
  [
    /^\/v1\/spectroclusters\/[^/]+\/profiles(\/|$)/,
    '/v1/spectroclusters/:uid/profiles',
    'fast',
  ],
  [/^\/v1\/spectroclusters(\/|$)/, '/v1/spectroclusters', 'fast'],
  [/^\/v1\/clusterprofiles(\/|$)/, '/v1/clusterprofiles', 'fast'],
  [/^\/v1\/cloudconfigs(\/|$)/, '/v1/cloudconfigs', 'fast'],
  [/^\/v1\/events\/components(\/|$)/, '/v1/events/components', 'fast'],
];

const DEFAULT_PAUSE_MS = 1_000;

/** The prefix that Palette counts a path under; bounded, so it can label a metric. */
export function prefixOf(path: string): string {
  const special = SPECIAL_PREFIXES.find(([pattern]) => pattern.test(path));
  if (special) return special[1];
  const [, version, resource] = path.split('/');
  return `/${version}/${resource}`;
}

/** The limit that a prefix has. */
export function limitClassOf(prefix: string): LimitClass {
  return (
    SPECIAL_PREFIXES.find(([, name]) => name === prefix)?.[2] ?? 'standard'
  );
}

/** Someone who wants to call Palette. */
export interface Turn {
  /** Of Palette's API: entries of the configuration may share one. */
  origin: string;
  prefix: string;
  userKey: string;
  signal?: AbortSignal;
  /** When waiting has no use any more, in ms since 1970. */
  deadline: number;
}

/** Options of the limiter. */
export interface PaletteLimiterOptions {
  limits: Record<LimitClass, Limit>;
  metrics: Pick<PaletteMetrics, 'limiterWait'>;
  now?: () => number;
}

/**
 * Keeps this process below Palette's limits.
 *
 * Palette counts by source address and path prefix, so there is one bucket for
 * each origin and prefix. Users take turns: one user's hundred calls
 * delay another's single call by one call.
 */
export class PaletteLimiter {
  readonly #limits: Record<LimitClass, Limit>;
  readonly #metrics: Pick<PaletteMetrics, 'limiterWait'>;
  readonly #now: () => number;
  readonly #lanes = new Map<string, TurnQueue>();

  constructor(options: PaletteLimiterOptions) {
    this.#limits = options.limits;
    this.#metrics = options.metrics;
    this.#now = options.now ?? Date.now;
  }

  /**
   * Waits for the turn.
   *
   * @throws `PaletteBusyError` when the turn would not come before the deadline.
   * @throws `CallerGoneError` when the signal is aborted meanwhile.
   */
  async acquire(turn: Turn): Promise<void> {
    const { origin, prefix, userKey: user, deadline, signal } = turn;
    const startedAt = this.#now();
    const outcome = await this.#lane(origin, prefix).acquire({
      user,
      deadline,
      signal,
    });
    this.#metrics.limiterWait({
      prefix,
      seconds: (this.#now() - startedAt) / 1000,
      granted: outcome.kind === 'granted',
    });
    if (outcome.kind === 'gone') {
      throw new CallerGoneError('The client closed the request');
    }
    if (outcome.kind === 'busy') {
      throw new PaletteBusyError(Math.max(1, Math.ceil(outcome.waitMs / 1000)));
    }
  }

  /** Palette answered 429: everybody waits. */
  pause(origin: string, prefix: string, forMs?: number): void {
    this.#lane(origin, prefix).pause(forMs ?? DEFAULT_PAUSE_MS);
  }

  #lane(origin: string, prefix: string): TurnQueue {
    const key = `${origin} ${prefix}`;
    const known = this.#lanes.get(key);
    if (known) {
      return known;
    }
    const lane = TurnQueue.create({
      limit: this.#limits[limitClassOf(prefix)],
      now: this.#now,
    });
    this.#lanes.set(key, lane);
    return lane;
  }
}
