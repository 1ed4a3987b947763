import type { ClusterCondition } from '@terasky/backstage-plugin-spectrocloud-common';
import { oneLine } from '../task/oneLine';
import type { Clock } from './Clock';
import { formatDuration } from './formatDuration';

/** Whoever reads the log sees that the task lives. */
const SIGN_OF_LIFE_MS = 5 * 60_000;

/** More than a cluster has. */
const MAX_CONDITIONS = 50;

/** Tells a task's log what changes, once. */
export class Progress {
  readonly #log: (line: string) => void;
  readonly #clock: Clock;
  readonly #startedAt: number;
  readonly #conditions = new Map<string, string>();
  #state = 'not known yet';
  #saidAt: number;
  #missing = false;

  constructor(options: { log: (line: string) => void; clock: Clock }) {
    this.#log = options.log;
    this.#clock = options.clock;
    this.#startedAt = this.#clock.now();
    this.#saidAt = this.#startedAt;
  }

  /** The state seen last, in words. */
  get state(): string {
    return this.#state;
  }

  saw(state: string): void {
    if (this.#missing) this.#say('Palette answers again');
    this.#missing = false;
    if (state !== this.#state) {
      this.#say(`The cluster is ${state}`);
    } else if (this.#clock.now() - this.#saidAt >= SIGN_OF_LIFE_MS) {
      this.#say(`The cluster is still ${state}`);
    }
    this.#state = state;
  }

  missed(why: string): void {
    if (!this.#missing) this.#say(`Palette can't be asked: ${why}. Going on`);
    this.#missing = true;
  }

  conditions(conditions: ClusterCondition[]): void {
    for (const { type, status, message } of conditions.slice(
      0,
      MAX_CONDITIONS,
    )) {
      const line = [
        `${oneLine(type, 60)}: ${oneLine(status, 20)}`,
        message && oneLine(message),
      ]
        .filter(Boolean)
        .join(', ');
      if (this.#conditions.get(type) !== line) this.#say(line);
      this.#conditions.set(type, line);
    }
  }

  #say(line: string): void {
    this.#saidAt = this.#clock.now();
    this.#log(`${formatDuration(this.#saidAt - this.#startedAt)}: ${line}`);
  }
}
