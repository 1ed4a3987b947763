import { writeFileSync } from 'node:fs';
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
  REUSE,
  TOKEN_LIFE,
} from './Provider';
import { type Arrival, ProviderBrowser } from './ProviderBrowser';
import { ServerProcess } from './ServerProcess';

const HOST = '127.0.0.1';
const STARTED_WITHIN_MS = 60_000;
const APP = 'http://localhost:3000/';
const USER = 'ada';
const CLAIMS = {
  email: EMAIL,
  email_verified: true,
  given_name: 'Ada',
  family_name: 'Admin',
};
/** Nobody listens there: what its pages would do is done at the admin API. */
const PAGES = 'http://pages.example.test';

/** Starts the program with a database in memory; it has no users, and asks who they are. */
export async function startHydra({
  path,
  redirectUri,
  folder,
}: ProviderOptions): Promise<Provider> {
  const [port, adminPort] = [await freePort(), await freePort()];
  const issuer = `http://${HOST}:${port}`;
  const admin = `http://${HOST}:${adminPort}/admin`;
  const client = describeClient(redirectUri);
  const configuration = join(folder, 'hydra.json');
  const settings = configure({ issuer, port, adminPort });
  writeFileSync(configuration, JSON.stringify(settings));
  const server = await ServerProcess.start({
    command: path,
    args: ['serve', 'all', '--dev', '--sqa-opt-out', '-c', configuration],
    address: `http://${HOST}:${adminPort}/health/ready`,
    withinMs: STARTED_WITHIN_MS,
    prepare: () => callAdmin('POST', `${admin}/clients`, client),
  });

  const change = (members: object): Fault => {
    const write = (changed: object) =>
      callAdmin('PUT', `${admin}/clients/${CLIENT_ID}`, changed);
    return {
      begin: () => write({ ...client, ...members }),
      end: () => write(client),
    };
  };

  /** Answers in place of a page. @returns where the page would send the browser */
  async function answer(
    what: string,
    { url }: Arrival,
    body: object,
  ): Promise<URL> {
    const [page] = what.split('/');
    const name = `${page}_challenge`;
    const challenge = url.searchParams.get(name) ?? '';
    const { redirect_to } = await callAdmin<{ redirect_to: string }>(
      'PUT',
      `${admin}/oauth2/auth/requests/${what}?${new URLSearchParams({ [name]: challenge })}`,
      body,
    );
    return new URL(redirect_to);
  }

  return {
    issuer,
    server,
    faults: {
      'another client secret': change({ client_secret: 'another secret' }),
      'another method of authentication': change({
        token_endpoint_auth_method: 'client_secret_post',
      }),
      'a revoked consent': {
        ...NOTHING,
        begin: () =>
          callAdmin(
            'DELETE',
            `${admin}/oauth2/auth/sessions/consent?subject=${USER}&all=true`,
          ),
      },
    },
    visit: async (authorization, { consents }) => {
      const browser = new ProviderBrowser();
      const login = await browser.open(authorization);
      if (login.url.origin !== PAGES) {
        return login;
      }
      const consent = await browser.open(
        await answer('login/accept', login, { subject: USER }),
      );
      return browser.open(
        consents
          ? await answer('consent/accept', consent, {
              grant_scope: authorization.searchParams.get('scope')?.split(' '),
              session: { id_token: CLAIMS },
            })
          : await answer('consent/reject', consent, { error: 'access_denied' }),
      );
    },
  };
}

function describeClient(redirectUri: string) {
  return {
    client_id: CLIENT_ID,
    client_secret: CLIENT_SECRET,
    // It wants log-outs to come back to an origin that log-ins come back to.
    redirect_uris: [redirectUri, APP],
    post_logout_redirect_uris: [APP],
    grant_types: ['authorization_code', 'refresh_token'],
    scope: 'openid profile email offline_access',
  };
}

function configure(options: {
  issuer: string;
  port: number;
  adminPort: number;
}) {
  const life = `${TOKEN_LIFE}s`;
  return {
    dsn: 'memory',
    serve: {
      public: { host: HOST, port: options.port },
      admin: { host: HOST, port: options.adminPort },
    },
    urls: {
      self: { issuer: options.issuer },
      login: `${PAGES}/login`,
      consent: `${PAGES}/consent`,
      logout: `${PAGES}/logout`,
    },
    secrets: { system: ['a secret of the tests, of 32 characters'] },
    oauth2: { grant: { refresh_token: { rotation_grace_period: REUSE } } },
    ttl: { id_token: life, access_token: life, auth_code: `${CODE_LIFE}s` },
  };
}
