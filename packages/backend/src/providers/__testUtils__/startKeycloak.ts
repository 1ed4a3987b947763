import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../__testUtils__/freePort';

const HOME = 'KEYCLOAK_HOME';
const ADMIN = 'admin';
const STARTED_WITHIN_MS = 300_000;
const REALM = 'acme';
const PASSWORD = 'a password of the tests';

/** Runs tests against a real Keycloak, or says why not. */
export const describeWithKeycloak = process.env[HOME]
  ? describe
  : describe.skip;

if (!process.env[HOME]) {
  process.stdout.write(
    `skipped: no Keycloak, since ${HOME} names no unpacked distribution\n`,
  );
}

/** A Keycloak of its own, with one realm, one client and one user. */
export class Keycloak {
  readonly url: string;
  readonly #process: ChildProcess;
  #adminToken = '';

  private constructor(url: string, process_: ChildProcess) {
    this.url = url;
    this.#process = process_;
  }

  /** Starts it with an empty database. */
  static async start(): Promise<Keycloak> {
    const [port, management] = [await freePort(), await freePort()];
    const child = spawn(
      join(process.env[HOME] ?? '', 'bin', 'kc.sh'),
      [
        'start-dev',
        '--http-host=127.0.0.1',
        `--http-port=${port}`,
        `--http-management-port=${management}`,
        '--db=dev-mem',
      ],
      {
        env: {
          ...process.env,
          KC_BOOTSTRAP_ADMIN_USERNAME: ADMIN,
          KC_BOOTSTRAP_ADMIN_PASSWORD: ADMIN,
        },
        // A group of its own, since the script starts Java.
        detached: true,
        stdio: 'ignore',
      },
    );
    const keycloak = new Keycloak(`http://127.0.0.1:${port}`, child);
    await keycloak.#waitUntilItAnswers();
    return keycloak;
  }

  get issuer(): string {
    return `${this.url}/realms/${REALM}`;
  }

  /** Makes the realm. Lives in seconds. */
  async createRealm(options: {
    tokenLife: number;
    redirectUri: string;
    email: string;
  }): Promise<void> {
    await this.#admin('POST', '', {
      realm: REALM,
      enabled: true,
      sslRequired: 'none',
      accessTokenLifespan: options.tokenLife,
      clients: [
        {
          clientId: 'backstage',
          redirectUris: [options.redirectUri],
          attributes: { 'post.logout.redirect.uris': '*' },
          secret: 'backstage-demo-secret',
        },
      ],
      users: [
        {
          username: 'ada',
          email: options.email,
          emailVerified: true,
          firstName: 'Ada',
          lastName: 'Admin',
          enabled: true,
          credentials: [{ type: 'password', value: PASSWORD }],
        },
      ],
    });
  }

  /** Gives the client another secret, or its first one back. */
  async setClientSecret(secret: string): Promise<void> {
    const [{ id, ...client }] = await this.#admin<Array<{ id: string }>>(
      'GET',
      `/${REALM}/clients?clientId=backstage`,
    );
    await this.#admin('PUT', `/${REALM}/clients/${id}`, {
      ...client,
      id,
      secret,
    });
  }

  /** Lets the user in, or no longer. */
  async enableUser(enabled: boolean): Promise<void> {
    await this.#admin('PUT', `/${REALM}/users/${await this.#userId()}`, {
      enabled,
    });
  }

  /** How many sessions the user has at Keycloak. */
  async countSessions(): Promise<number> {
    const sessions = await this.#admin<unknown[]>(
      'GET',
      `/${REALM}/users/${await this.#userId()}/sessions`,
    );
    return sessions.length;
  }

  /** Fills in the log-in page of an authorization request. @returns the callback's URL */
  async logIn(authorization: URL): Promise<URL> {
    const page = await fetch(authorization, { redirect: 'manual' });
    const action = /action="([^"]+)"/.exec(await page.text())?.[1];
    if (!action) {
      throw new Error(`Keycloak answered ${page.status} and no log-in form`);
    }
    const answer = await fetch(action.replaceAll('&amp;', '&'), {
      method: 'POST',
      redirect: 'manual',
      headers: {
        cookie: page.headers
          .getSetCookie()
          .map(cookie => cookie.split(';')[0])
          .join('; '),
      },
      body: new URLSearchParams({ username: 'ada', password: PASSWORD }),
    });
    const location = answer.headers.get('location');
    if (!location) {
      throw new Error(`Keycloak answered the log-in with ${answer.status}`);
    }
    return new URL(location);
  }

  /** Keeps its connections open and answers nothing. */
  hang(): void {
    this.#signal('SIGSTOP');
  }

  goOn(): void {
    this.#signal('SIGCONT');
  }

  async stop(): Promise<void> {
    this.goOn();
    const ended = once(this.#process, 'exit');
    this.#signal('SIGKILL');
    await ended;
  }

  #signal(signal: NodeJS.Signals): void {
    process.kill(-(this.#process.pid ?? 0), signal);
  }

  async #userId(): Promise<string> {
    const [{ id }] = await this.#admin<Array<{ id: string }>>(
      'GET',
      `/${REALM}/users?username=ada`,
    );
    return id;
  }

  async #waitUntilItAnswers(): Promise<void> {
    for (const until = Date.now() + STARTED_WITHIN_MS; Date.now() < until;) {
      if (this.#process.exitCode !== null) {
        break;
      }
      const answer = await fetch(`${this.url}/realms/master`).catch(() => null);
      if (answer?.ok) {
        return;
      }
      await delay(500);
    }
    throw new Error('Keycloak did not start');
  }

  async #admin<T = void>(
    method: string,
    path: string,
    body?: object,
  ): Promise<T> {
    const ask = () =>
      fetch(`${this.url}/admin/realms${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.#adminToken}`,
          'content-type': 'application/json',
        },
        body: body && JSON.stringify(body),
      });
    let answer = await ask();
    if (answer.status === 401) {
      await this.#signInAsAdmin();
      answer = await ask();
    }
    if (!answer.ok) {
      throw new Error(`Keycloak: ${answer.status} ${await answer.text()}`);
    }
    const text = await answer.text();
    // A change is answered with nothing.
    return JSON.parse(text || 'null');
  }

  async #signInAsAdmin(): Promise<void> {
    const answer = await fetch(
      `${this.url}/realms/master/protocol/openid-connect/token`,
      {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'password',
          client_id: 'admin-cli',
          username: ADMIN,
          password: ADMIN,
        }),
      },
    );
    ({ access_token: this.#adminToken } = await answer.json());
  }
}
