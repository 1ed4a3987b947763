import { setTimeout as delay } from 'node:timers/promises';
import pTimeout, { TimeoutError } from 'p-timeout';
import { PaletteBrowser } from '../src/__testUtils__/PaletteBrowser';
import type { Choices } from './Choices';
import type { Findings } from './Findings';
import type { World } from './World';

const PROVIDER = '/api/auth/spectrocloud';
const ME = '/api/spectrocloud/users/me';
const CLUSTERS = '/api/spectrocloud/clusters';
/** No answer may take longer, whatever is disturbed. */
const PATIENCE_MS = 60_000;
const MAX_PAUSE_MS = 400;
const LOOK_AGAIN_MS = 500;
/** A session whose end the database put off. */
const ENDS_WITHIN_MS = 30_000;
const HEADERS = { 'X-Requested-With': 'XMLHttpRequest' };
/** While signed in. */
const ACTIONS = {
  'read who I am': 8,
  'list my clusters': 6,
  refresh: 5,
  'sign out': 1,
};

/** What a user sees of Palette, learnt while nothing was disturbed. */
type Sight = ReadonlySet<string>;

/** One browser of a user, who signs in, reads, refreshes and signs out, and checks each answer. */
export class SoakBrowser {
  readonly #email: string;
  readonly #world: World;
  readonly #choices: Choices;
  readonly #findings: Findings;
  #browser: PaletteBrowser;
  #isSignedIn = false;
  #sight?: Sight;

  constructor(options: {
    email: string;
    world: World;
    choices: Choices;
    findings: Findings;
  }) {
    this.#email = options.email;
    this.#world = options.world;
    this.#choices = options.choices;
    this.#findings = options.findings;
    this.#browser = this.#open();
  }

  /** Acts until told to stop. */
  async live(isOver: () => boolean): Promise<void> {
    await this.#signIn();
    await this.#attempt('list my clusters', () => this.#listClusters());
    while (!isOver()) {
      await delay(this.#choices.int(0, MAX_PAUSE_MS));
      await this.#act();
    }
  }

  async #act(): Promise<void> {
    if (!this.#isSignedIn) {
      await this.#signIn();
      return;
    }
    const action = this.#choices.weighted(ACTIONS);
    const acts: Record<keyof typeof ACTIONS, () => Promise<void>> = {
      'read who I am': () => this.#readMe(),
      'list my clusters': () => this.#listClusters(),
      refresh: () => this.#refresh(),
      'sign out': () => this.#signOut(),
    };
    await this.#attempt(action, acts[action]);
  }

  async #signIn(): Promise<void> {
    this.#browser = this.#open();
    await this.#attempt('sign in', async () => {
      const { profile } = await this.#browser.signIn(this.#email);
      this.#isSignedIn = true;
      this.#expectMine('the sign-in', profile.email);
    });
  }

  async #readMe(): Promise<void> {
    const response = await this.#browser.fetch(ME);
    const body = await this.#readOk(response);
    this.#expectMine(ME, body.email);
  }

  async #listClusters(): Promise<void> {
    const response = await this.#browser.fetch(CLUSTERS);
    const { clusters } = await this.#readOk(response);
    const uids = new Set<string>(
      clusters.map(
        ({ metadata }: { metadata: { uid: string } }) => metadata.uid,
      ),
    );
    this.#sight ??= uids;
    const strangers = [...uids].filter(uid => !this.#sight?.has(uid));
    if (strangers.length > 0 || uids.size !== this.#sight.size) {
      this.#findings.fault(
        `${CLUSTERS} showed ${uids.size} clusters, ${strangers.length} of them not this user's, instead of ${this.#sight.size}`,
      );
    }
  }

  async #refresh(): Promise<void> {
    const response = await this.#browser.refresh();
    const { profile } = await this.#readOk(response);
    this.#expectMine('the refresh', profile.email);
  }

  /** The cookies that it had are good for nothing afterwards. */
  async #signOut(): Promise<void> {
    const refresh = new URL(
      `${PROVIDER}/refresh?env=development`,
      this.#world.baseUrl,
    );
    const former = this.#browser.cookies.header(refresh);
    this.#isSignedIn = false;
    const response = await this.#browser.signOut();
    if (!response.ok) {
      throw await this.#toError(response);
    }
    // 503, too: for a minute the answer doesn't tell it from a session that was replaced.
    const livesOn = async () =>
      (await fetch(refresh, { headers: { ...HEADERS, cookie: former } })).ok;
    // Where the database is away, the end is tried again.
    for (const until = Date.now() + ENDS_WITHIN_MS; Date.now() < until;) {
      if (!(await livesOn())) return;
      await delay(LOOK_AGAIN_MS);
    }
    this.#findings.fault('A session lived on after its sign-out');
  }

  /** @throws Error for what a disturbance may cause; notes what it may not */
  async #readOk(response: Response) {
    if (response.status === 401) {
      const { error } = await response.json();
      this.#findings.fault(
        `A session was lost: 401 ${error?.message} (${response.url})`,
      );
      this.#isSignedIn = false;
    }
    if (!response.ok) {
      throw await this.#toError(response);
    }
    return response.json();
  }

  async #toError(response: Response): Promise<Error> {
    const text = response.bodyUsed ? '' : await response.text();
    return new Error(`${response.status} ${response.url} ${text}`);
  }

  #expectMine(what: string, email: string | undefined): void {
    if (email !== this.#email) {
      this.#findings.fault(
        `${what} told of ${email} instead of ${this.#email}`,
      );
    }
  }

  async #attempt(what: string, act: () => Promise<void>): Promise<void> {
    const since = Date.now();
    try {
      await pTimeout(act(), {
        milliseconds: PATIENCE_MS,
        message: 'no answer within a minute',
      });
      this.#findings.count(what);
    } catch (error) {
      if (error instanceof TimeoutError) {
        this.#findings.fault(`${what}: ${error.message}`);
      } else {
        this.#findings.failure(what, error, since);
      }
    }
  }

  #open(): PaletteBrowser {
    const { baseUrl, secrets } = this.#world;
    return new PaletteBrowser({ baseUrl, secrets });
  }
}
