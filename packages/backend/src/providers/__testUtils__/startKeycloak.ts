import { join } from 'node:path';
import { freePort } from '../../__testUtils__/freePort';
import { callAdmin } from './callAdmin';
import {
  CLIENT_ID,
  CLIENT_SECRET,
  CODE_LIFE,
  EMAIL,
  type Fault,
  NOTHING,
  type Provider,
  type ProviderOptions,
  TOKEN_LIFE,
} from './Provider';
import { ProviderBrowser } from './ProviderBrowser';
import { ServerProcess } from './ServerProcess';

const ADMIN = 'admin';
const STARTED_WITHIN_MS = 300_000;
const REALM = 'acme';
const PASSWORD = 'a password of the tests';
const CLIENT = '/clients/client-of-the-tests';
const USER = '/users/user-of-the-tests';

/** Starts an unpacked distribution of Keycloak, with an empty database. */
export async function startKeycloak({
  path: home,
  redirectUri,
}: ProviderOptions): Promise<Provider> {
  const [port, management] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${port}`;
  const server = await ServerProcess.start({
    command: join(home, 'bin', 'kc.sh'),
    args: [
      'start-dev',
      '--http-host=127.0.0.1',
      `--http-port=${port}`,
      `--http-management-port=${management}`,
      '--db=dev-mem',
    ],
    env: {
      KC_BOOTSTRAP_ADMIN_USERNAME: ADMIN,
      KC_BOOTSTRAP_ADMIN_PASSWORD: ADMIN,
    },
    address: `${url}/realms/master`,
    withinMs: STARTED_WITHIN_MS,
    prepare: () => admin('POST', '', describeRealm(redirectUri)),
  });

  async function admin<T = void>(
    method: string,
    path: string,
    body?: object,
  ): Promise<T> {
    const headers = { authorization: `Bearer ${await fetchAdminToken(url)}` };
    return callAdmin<T>(method, `${url}/admin/realms${path}`, body, headers);
  }

  function change(path: string, there: object, back: object): Fault {
    const write = async (members: object) => {
      const current = await admin<object>('GET', `/${REALM}${path}`);
      await admin('PUT', `/${REALM}${path}`, { ...current, ...members });
    };
    return { begin: () => write(there), end: () => write(back) };
  }

  const toggle = (path: string) =>
    change(path, { enabled: false }, { enabled: true });

  return {
    issuer: `${url}/realms/${REALM}`,
    server,
    faults: {
      'another client secret': change(
        CLIENT,
        { secret: 'another secret' },
        { secret: CLIENT_SECRET },
      ),
      'a disabled client': toggle(CLIENT),
      'a disabled user': toggle(USER),
      'a realm that is switched off': toggle(''),
      'a user whom an administrator signed out': {
        ...NOTHING,
        begin: () => admin('POST', `/${REALM}${USER}/logout`),
      },
      // Users who come with a realm have no roles but those that they are given.
      'an offline token without the role for it': NOTHING,
    },
    countSessions: async () =>
      (await admin<unknown[]>('GET', `/${REALM}${USER}/sessions`)).length,
    visit,
  };
}

async function visit(authorization: URL, { consents }: { consents: boolean }) {
  const browser = new ProviderBrowser();
  if (!consents) {
    // Else it doesn't ask again what it was told before.
    authorization.searchParams.set('prompt', 'consent');
  }
  const login = await browser.open(authorization);
  if (!login.page?.includes('name="password"')) {
    return login;
  }
  const credentials = { username: 'ada', password: PASSWORD };
  const answer = await browser.fill(login, credentials);
  return answer.page?.includes('name="accept"')
    ? browser.fill(answer, consents ? { accept: 'Yes' } : { cancel: 'No' })
    : answer;
}

function describeRealm(redirectUri: string) {
  return {
    realm: REALM,
    enabled: true,
    sslRequired: 'none',
    accessTokenLifespan: TOKEN_LIFE,
    accessCodeLifespan: CODE_LIFE,
    clients: [
      {
        id: CLIENT.split('/').pop(),
        clientId: CLIENT_ID,
        redirectUris: [redirectUri],
        attributes: { 'post.logout.redirect.uris': '*' },
        secret: CLIENT_SECRET,
        consentRequired: true,
      },
    ],
    users: [
      {
        id: USER.split('/').pop(),
        username: 'ada',
        email: EMAIL,
        emailVerified: true,
        firstName: 'Ada',
        lastName: 'Admin',
        enabled: true,
        credentials: [{ type: 'password', value: PASSWORD }],
      },
    ],
  };
}

async function fetchAdminToken(url: string): Promise<string> {
  const answer = await fetch(
    `${url}/realms/master/protocol/openid-connect/token`,
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
  return (await answer.json()).access_token;
}
