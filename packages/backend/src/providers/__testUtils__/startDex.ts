import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../__testUtils__/freePort';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  EMAIL,
  type Fault,
  type Provider,
  type ProviderOptions,
  REUSE,
  TOKEN_LIFE,
} from './Provider';
import { ProviderBrowser } from './ProviderBrowser';
import { ServerProcess } from './ServerProcess';

const STARTED_WITHIN_MS = 60_000;
const PASSWORD = 'a password of the tests';
/** By bcrypt. */
const PASSWORD_HASH =
  '$2b$10$vdxcWetnBc.XQllDPqlRdOZeMno6I7vZk0ictMOIfH12ylFCCINV2';

/** What an administrator may change; Dex reads it when it starts. */
interface Settings {
  secret?: string;
  userId?: string;
  reuseInterval?: string;
}

/** Starts the program with a database in a file, which outlasts its restarts. */
export async function startDex({
  path,
  redirectUri,
  folder,
}: ProviderOptions): Promise<Provider> {
  const issuer = `http://127.0.0.1:${await freePort()}/dex`;
  const configuration = join(folder, 'dex.json');
  let server: ServerProcess;

  async function start(settings: Settings): Promise<void> {
    writeFileSync(
      configuration,
      JSON.stringify(configure({ issuer, redirectUri, folder, ...settings })),
    );
    server = await ServerProcess.start({
      command: path,
      args: ['serve', configuration],
      address: `${issuer}/.well-known/openid-configuration`,
      withinMs: STARTED_WITHIN_MS,
    });
  }

  function change(settings: Settings): Fault {
    const restart = async (changed: Settings) => {
      await server.stop();
      await start(changed);
    };
    return { begin: () => restart(settings), end: () => restart({}) };
  }

  await start({});
  return {
    issuer,
    get server() {
      return server;
    },
    faults: {
      'another client secret': change({ secret: 'another secret' }),
      // Of no user at all, it asks its database within a transaction, and SQLite has only one.
      // Within the interval it doesn't ask whether the user is still there.
      'a user who is gone': change({
        userId: 'somebody else',
        reuseInterval: '1s',
      }),
    },
    visit,
  };
}

async function visit(authorization: URL, { consents }: { consents: boolean }) {
  const browser = new ProviderBrowser();
  const login = await browser.open(authorization);
  if (!login.page?.includes('name="password"')) {
    return login;
  }
  const credentials = { login: EMAIL, password: PASSWORD };
  return browser.fill(await browser.fill(login, credentials), {
    approval: consents ? 'approve' : 'rejected',
  });
}

function configure({
  issuer,
  redirectUri,
  folder,
  secret = CLIENT_SECRET,
  userId = 'user-of-the-tests',
  reuseInterval = REUSE,
}: Settings & { issuer: string; redirectUri: string; folder: string }) {
  return {
    issuer,
    storage: { type: 'sqlite3', config: { file: join(folder, 'dex.sqlite') } },
    web: { http: new URL(issuer).host },
    expiry: {
      idTokens: `${TOKEN_LIFE}s`,
      refreshTokens: { reuseInterval },
    },
    enablePasswordDB: true,
    staticPasswords: [
      { email: EMAIL, hash: PASSWORD_HASH, username: 'ada', userID: userId },
    ],
    staticClients: [
      { id: CLIENT_ID, secret, name: 'Backstage', redirectURIs: [redirectUri] },
    ],
  };
}
