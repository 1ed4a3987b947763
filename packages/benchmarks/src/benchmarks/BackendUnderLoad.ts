import { join } from 'node:path';
import type { BackendProcess } from '../backend/BackendProcess';
import { PALETTE_TOKEN_HEADER } from '../backend/benchmarkPlugin';
import { adminEmails } from '../browser/emails';
import { signInAll } from '../browser/signInAll';
import type { Scenario } from '../load/inRounds';
import { runLoad, type LoadRequest } from '../load/runLoad';
import type { RequestFigures, RequestKind } from './requestTable';

const API = '/api/spectrocloud';
const FRESH = { 'cache-control': 'no-cache' };
const UID_LENGTH = 24;

type Headers = Record<string, string>;

/** A backend with users of whom some have lists that are held, and others none. */
export class BackendUnderLoad {
  readonly #backend: BackendProcess;
  readonly #label: string;
  readonly #heldUid: string;
  readonly #paletteToken: string;
  readonly #profiles?: string;
  /** They never ask for a list. */
  readonly #strangers: Headers[];
  readonly #owners: Headers[];
  #count = 0;

  private constructor(options: {
    backend: BackendProcess;
    label: string;
    heldUid: string;
    paletteToken: string;
    profiles?: string;
    strangers: Headers[];
    owners: Headers[];
  }) {
    this.#backend = options.backend;
    this.#label = options.label;
    this.#heldUid = options.heldUid;
    this.#paletteToken = options.paletteToken;
    this.#profiles = options.profiles;
    this.#strangers = options.strangers;
    this.#owners = options.owners;
  }

  /** Signs the users in. */
  static async prepare(options: {
    backend: BackendProcess;
    label: string;
    users: number;
    /** Of a cluster that is in the lists. */
    heldUid: string;
    /** For the route that has no session to take one from. */
    paletteToken: string;
    /** Where CPU profiles go, if any are taken. */
    profiles?: string;
  }): Promise<BackendUnderLoad> {
    const { backend, users } = options;
    const browsers = await signInAll(backend.baseUrl, adminEmails(2 * users));
    const headers = await Promise.all(
      browsers.map(browser => browser.headers(API)),
    );
    for (const owner of headers.slice(users)) {
      const list = await fetch(`${backend.baseUrl}${API}/clusters`, {
        headers: owner,
      });
      await list.arrayBuffer();
    }
    return new BackendUnderLoad({
      ...options,
      strangers: headers.slice(0, users),
      owners: headers.slice(users),
    });
  }

  /** All kinds of request, so many at a time. */
  scenarios(
    concurrency: number,
    durationMs: number,
  ): Array<Scenario<keyof RequestFigures>> {
    return Object.entries(this.#requests()).map(([kind, next]) => {
      const name = `${this.#label} ${kind} ${concurrency}`;
      return {
        name,
        measure: () =>
          this.#profiled(name, async () => {
            const before = await this.#backend.usage();
            const load = await runLoad({
              url: this.#backend.baseUrl,
              concurrency,
              durationMs,
              next,
            });
            const { cpuMs } = await this.#backend.usage();
            return { ...load, cpuMs: (cpuMs - before.cpuMs) / load.requests };
          }),
      };
    });
  }

  #profiled<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (!this.#profiles) return work();
    const file = `${name.replace(/\W+/g, '-')}.cpuprofile`;
    return this.#backend.profile(join(this.#profiles, file), work);
  }

  #requests(): Record<RequestKind, (connection: number) => LoadRequest> {
    const of =
      (users: Headers[], path: string, more: Headers = {}) =>
      (connection: number) => ({
        path,
        headers: { ...users[connection], ...more },
      });
    const withToken = (part: string) => (connection: number) => ({
      path: `/api/benchmark/clusters/${this.#anotherUid()}${part}`,
      headers: {
        ...this.#strangers[connection],
        [PALETTE_TOKEN_HEADER]: this.#paletteToken,
      },
    });
    return {
      'empty route': of(this.#strangers, '/api/benchmark/empty'),
      'read passed on': withToken('/bytes'),
      'read without checks': withToken(''),
      'one cluster': connection => ({
        path: `${API}/clusters/${this.#anotherUid()}`,
        headers: this.#strangers[connection],
      }),
      'one cluster, held': of(this.#owners, `${API}/clusters/${this.#heldUid}`),
      'users/me': of(this.#strangers, `${API}/users/me`, FRESH),
      'users/me, held': of(this.#owners, `${API}/users/me`),
      'list of clusters': of(this.#owners, `${API}/clusters`, FRESH),
      'list of clusters, held': of(this.#owners, `${API}/clusters`),
    };
  }

  /** So that nothing that is held could help. */
  #anotherUid(): string {
    this.#count += 1;
    return this.#count.toString(16).padStart(UID_LENGTH, '0');
  }
}
