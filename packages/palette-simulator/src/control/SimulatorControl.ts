import type {
  DelayOptions,
  FailureOptions,
  SilenceOptions,
} from '../http/Faults';
import { withOddities } from '../oddities';
import type { Creation } from '../api/create/Creation';
import type { LoggedRequest } from '../http/RequestLog';
import { findUsers } from '../organisations';
import type { SimulatorContext } from '../SimulatorContext';
import type { Health } from '../seed/types';
import type { SimulatorSettings } from '../settings';

/** What tests do to a running simulator; `/control` is the same over HTTP. */
export class SimulatorControl {
  readonly #context: SimulatorContext;
  readonly #initialSettings: SimulatorSettings;

  constructor(context: SimulatorContext, initialSettings: SimulatorSettings) {
    this.#context = context;
    this.#initialSettings = initialSettings;
  }

  /** Lets the user's sessions lapse now; returns how many. */
  expireSessions(user: string): number {
    return this.#endSessions(user, 'expired');
  }

  /** Revokes the user's sessions, as signing out of the Palette console does. */
  revokeSessions(user: string): number {
    return this.#endSessions(user, 'revoked');
  }

  /** A new signing key; the old ones stay published unless `keepOld` is false. */
  async rotateKeys(options: { keepOld?: boolean } = {}): Promise<string> {
    return this.#context.keys.rotate({ keepOld: options.keepOld ?? true });
  }

  /** Makes the next calls fail. */
  fail(options: FailureOptions): void {
    this.#context.faults.add({ kind: 'fail', ...options });
  }

  /** Makes the next calls wait before they are answered. */
  delay(options: DelayOptions): void {
    this.#context.faults.add({ kind: 'delay', ...options });
  }

  /** Leaves the next calls without an answer. */
  hang(options: SilenceOptions = {}): void {
    this.#context.faults.add({ kind: 'hang', ...options });
  }

  /** Closes the connection of the next calls. */
  drop(options: SilenceOptions = {}): void {
    this.#context.faults.add({ kind: 'drop', ...options });
  }

  /** Lets the kubeconfig of a cluster name a real API server; there is no such call over HTTP. */
  setApiServer(
    clusterName: string,
    apiServer: { url: string; authorityPem: string },
  ): void {
    const clusters = this.#context.organisations.flatMap(
      organisation => organisation.clusters,
    );
    for (const { uid, name } of clusters) {
      if (name === clusterName) this.#context.apiServers.set(uid, apiServer);
    }
  }

  /** Takes back what `fail`, `delay`, `hang` and `drop` have not used up. */
  clearFaults(): void {
    this.#context.faults.clear();
  }

  /** Lets clusters of this name or uid become well or not; returns how many. */
  setHealth(cluster: string, health: Health): number {
    const found = this.#context.organisations
      .flatMap(({ clusters }) => clusters)
      .filter(({ name, uid }) => name === cluster || uid === cluster);
    for (const one of found) {
      one.health = health;
    }
    return found.length;
  }

  /** Lets so much time pass at the clusters, and nowhere else: no session lapses. */
  passTime(seconds: number): void {
    this.#context.clusterTimeOffsetMs += seconds * 1000;
  }

  setRateLimits(enabled: boolean): void {
    this.#context.limits.clear();
    this.#context.limits.enabled = enabled;
  }

  get settings(): SimulatorSettings {
    return structuredClone(this.#context.settings);
  }

  updateSettings(changes: Partial<SimulatorSettings>): SimulatorSettings {
    this.#context.settings = { ...this.#context.settings, ...changes };
    return this.settings;
  }

  /** All of Palette's oddities at once, or each again as it was at the start. */
  setOddities(enabled: boolean): SimulatorSettings {
    this.#context.settings = withOddities(
      this.#context.settings,
      this.#initialSettings,
      enabled,
    );
    return this.settings;
  }

  /** The calls since the start or the last `clearRequests`, oldest first. */
  requests(): LoggedRequest[] {
    return this.#context.log.list();
  }

  clearRequests(): void {
    this.#context.log.clear();
  }

  /** The clusters that were created since the start or the last reset, with their bodies. */
  creations(): Creation[] {
    return structuredClone(this.#context.creations);
  }

  /** Back to the start: settings, faults, limits, log, sessions and created objects. */
  reset(): void {
    this.#context.settings = structuredClone(this.#initialSettings);
    this.#context.faults.clear();
    this.#context.limits.clear();
    this.#context.log.clear();
    this.#context.codes.clear();
    this.#context.tokens.clear();
    this.#context.sessions.clear();
    this.#context.clusterTimeOffsetMs = 0;
    this.#context.reseed();
  }

  #endSessions(user: string, reason: 'expired' | 'revoked'): number {
    return findUsers(this.#context, user)
      .map(({ uid }) => this.#context.sessions.end(uid, reason))
      .reduce((sum, count) => sum + count, 0);
  }
}
