import { CookieJar } from '../../__testUtils__/CookieJar';
import { PaletteBrowser } from '../../__testUtils__/PaletteBrowser';
import type { Replica } from './Replica';

const DANA = 'dev.dana@acme.example';
const ME = '/api/spectrocloud/users/me';

/** Which of two releases that run side by side. */
export type Release = 'former' | 'new';

/** One user, whose requests a balancer gives to the replica of either release. */
export class BalancedUser {
  readonly #cookies: CookieJar;
  readonly #replicas: Record<Release, Replica>;
  readonly #at: Record<Release, PaletteBrowser>;

  constructor(replicas: Record<Release, Replica>, cookies = new CookieJar()) {
    this.#cookies = cookies;
    this.#replicas = replicas;
    const browserAt = (release: Release) =>
      new PaletteBrowser(replicas[release], { cookies });
    this.#at = { former: browserAt('former'), new: browserAt('new') };
  }

  /** Signs in; the login is begun at one release and may be finished at the other. */
  async signIn(start: Release, finish = start): Promise<void> {
    const callback = await this.#at[start].authorize(DANA);
    callback.port = new URL(this.#replicas[finish].baseUrl).port;
    await this.#at[finish].finish(callback);
    this.#share(this.#at[finish].backstageToken);
  }

  /** The same user, with other replicas. */
  at(replicas: Record<Release, Replica>): BalancedUser {
    const user = new BalancedUser(replicas, this.#cookies);
    user.#share(this.#at.former.backstageToken);
    return user;
  }

  /** The status of what the app asks at its start. */
  async refresh(release: Release): Promise<number> {
    const { status } = await this.#at[release].refresh();
    this.#share(this.#at[release].backstageToken);
    return status;
  }

  /** The status of a page of Palette's, with the cookies and the Backstage token. */
  async look(release: Release): Promise<number> {
    return (await this.#at[release].fetch(ME)).status;
  }

  /** The status of a sign-out. */
  async signOut(release: Release): Promise<number> {
    return (await this.#at[release].signOut()).status;
  }

  /** The app has one Backstage token, whichever release gave it. */
  #share(token?: string): void {
    for (const browser of Object.values(this.#at)) {
      if (token) browser.useBackstageToken(token);
    }
  }
}
