import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import Router from 'express-promise-router';
import { ADA_ENTITY, providerBlock } from '../__testUtils__/startAuthBackend';
import { ADA, createSessionToken } from '../__testUtils__/TestPalette';
import { readPopup } from '../__testUtils__/popup';
import { useAuthBackend } from '../__testUtils__/useAuthBackend';

const LAB = { env: 'lab' };
const LAB_HANDLE = 'spectrocloud-connect-lab-refresh-token';
const TICKET = 'spectrocloud-connect-ticket-lab';
const BOB = {
  ...ADA,
  sub: '66f0c0ffee0000000000b0b1',
  email: 'bob@acme.example',
};

/** Gives its caller the token with which it would act for them at the auth plugin. */
const relay = createBackendPlugin({
  pluginId: 'relay',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ auth, httpAuth, httpRouter }) {
        const router = Router();
        router.get('/token', async (req, res) => {
          res.json(
            await auth.getPluginRequestToken({
              onBehalfOf: await httpAuth.credentials(req),
              targetPluginId: 'auth',
            }),
          );
        });
        httpRouter.use(router);
      },
    });
  },
});

describe('an environment that only connects', () => {
  const backend = useAuthBackend(palette => ({
    features: [relay],
    blocks: { lab: providerBlock(palette), edge: providerBlock(palette) },
    config: {
      spectrocloud: {
        environments: [
          { name: 'lab', url: palette.url, authEnvironment: 'lab' },
          { name: 'edge', url: palette.url, authEnvironment: 'edge' },
        ],
      },
    },
    entities: [
      ADA_ENTITY,
      {
        ...ADA_ENTITY,
        metadata: { name: 'bob', namespace: 'default' },
        spec: { profile: { email: BOB.email } },
      },
    ],
  }));

  /** A browser of a signed-in user, with their Backstage token. */
  async function signIn(user = ADA) {
    backend.palette.user = user;
    const browser = backend.open();
    const { response } = await browser.signIn();
    return { browser, token: response!.backstageIdentity!.token };
  }

  async function fetchTicket(
    { browser, token }: Awaited<ReturnType<typeof signIn>>,
    environment = 'lab',
  ) {
    const response = await browser.agent
      .post('/api/auth/spectrocloud/connect-ticket')
      .set('Authorization', `Bearer ${token}`)
      .send({ environment });
    expect(response.status).toBe(204);
  }

  async function connect() {
    const ada = await signIn();
    await fetchTicket(ada);
    const message = await ada.browser.signIn(LAB);
    return { ...ada, message };
  }

  it('binds the session to the user of the ticket and issues no identity', async () => {
    const { browser, token, message } = await connect();
    expect(message.error).toBeUndefined();
    expect(message.response!.backstageIdentity).toBeUndefined();
    const refreshed = await browser
      .refresh(LAB)
      .set('Authorization', `Bearer ${token}`);
    expect(refreshed.status).toBe(200);
    expect(refreshed.body.providerInfo.idToken).toBe(
      message.response!.providerInfo.idToken,
    );
  });

  it('connects two environments whose dialogs wait at the same time', async () => {
    const ada = await signIn();
    await fetchTicket(ada);
    await fetchTicket(ada, 'edge');
    for (const environment of [LAB, { env: 'edge' }]) {
      expect((await ada.browser.signIn(environment)).error).toBeUndefined();
      const refreshed = await ada.browser
        .refresh(environment)
        .set('Authorization', `Bearer ${ada.token}`);
      expect(refreshed.status).toBe(200);
    }
  });

  it('asks for the Backstage token before it shows a session, and keeps the cookies then', async () => {
    const { browser, token } = await connect();
    const response = await browser.refresh(LAB);
    expect(response.status).toBe(401);
    expect(response.body.error.name).toBe('BackstageTokenRequiredError');
    expect(response.headers['www-authenticate']).toMatch(/^Bearer /);
    const garbage = await browser
      .refresh(LAB)
      .set('Authorization', 'Bearer x.y.z');
    expect(garbage.body.error.name).toBe('BackstageTokenRequiredError');
    const right = await browser
      .refresh(LAB)
      .set('Authorization', `Bearer ${token}`);
    expect(right.status).toBe(200);
  });

  it('shows nothing to the next person at that browser, and removes the cookies', async () => {
    const { browser } = await connect();
    const bob = await signIn(BOB);
    const response = await browser
      .refresh(LAB)
      .set('Authorization', `Bearer ${bob.token}`);
    expect(response.status).toBe(401);
    expect(JSON.stringify(response.body)).not.toContain('eyJ');
    expect(browser.cookies().has(LAB_HANDLE)).toBe(false);
  });

  async function listLab({
    browser,
    token,
  }: Awaited<ReturnType<typeof signIn>>) {
    const { body } = await browser.agent
      .get('/api/auth/spectrocloud/sessions')
      .set('Authorization', `Bearer ${token}`);
    return body.sessions.filter(
      ({ environment }: { environment: string }) => environment === 'lab',
    );
  }

  it('is nobody’s session until its browser has shown the token of its user', async () => {
    const ada = await signIn();
    await fetchTicket(ada);
    const before = await listLab(ada);
    await ada.browser.signIn(LAB);
    expect(await listLab(ada)).toEqual(before);
    const connected = 'user:default/ada has connected Palette';
    const told = backend.logs.matching(connected).length;
    expect(backend.logs.matching('waits to be connected')).not.toEqual([]);
    const refreshed = await ada.browser
      .refresh(LAB)
      .set('Authorization', `Bearer ${ada.token}`);
    expect(refreshed.status).toBe(200);
    expect(await listLab(ada)).toHaveLength(before.length + 1);
    expect(backend.logs.matching(connected)).toHaveLength(told + 1);
  });

  it('gives the owner of a planted ticket nothing, and ends what the planted ticket began', async () => {
    const bob = await signIn(BOB);
    await fetchTicket(bob);
    const planted = bob.browser.cookies().get(TICKET)!;
    const ada = await signIn();
    const started = await ada.browser
      .start(LAB)
      .set('Cookie', `${TICKET}=${planted}`);
    const { message } = await ada.browser.answer(
      backend.palette.authorize(started.headers.location),
    );
    expect(message.error).toBeUndefined();
    expect(await listLab(bob)).toEqual([]);

    const refreshed = await ada.browser
      .refresh(LAB)
      .set('Authorization', `Bearer ${ada.token}`);
    expect(refreshed.status).toBe(401);
    expect(ada.browser.cookies().has(LAB_HANDLE)).toBe(false);
    expect(await listLab(bob)).toEqual([]);
  });

  it.each([
    ['another', createSessionToken],
    ['the same', async () => backend.palette.sessionToken],
  ])(
    'leaves nothing of a waiting connection when its browser connects again with %s session token',
    async (_, next) => {
      const { palette } = backend;
      const ada = await signIn();
      palette.revoked.length = 0;
      palette.sessionToken = await createSessionToken();
      const waiting = palette.sessionToken;
      await fetchTicket(ada);
      await ada.browser.signIn(LAB);
      const handle = ada.browser.cookies().get(LAB_HANDLE)!;
      palette.sessionToken = await next();
      await fetchTicket(ada);
      await ada.browser.signIn(LAB);
      expect(palette.revoked).toEqual(
        palette.sessionToken === waiting ? [] : [waiting],
      );
      const late = await backend
        .open()
        .refresh(LAB)
        .set('Authorization', `Bearer ${ada.token}`)
        .set('Cookie', `${LAB_HANDLE}=${handle}`);
      expect(late.status).toBe(503);
      expect(late.headers['set-cookie']).toBeUndefined();
      const refreshed = await ada.browser
        .refresh(LAB)
        .set('Authorization', `Bearer ${ada.token}`);
      expect(refreshed.status).toBe(200);
    },
  );

  it('is not claimed by a plugin that acts for its user', async () => {
    const ada = await signIn();
    await fetchTicket(ada);
    await ada.browser.signIn(LAB);
    const { body } = await ada.browser.agent
      .get('/api/relay/token')
      .set('Authorization', `Bearer ${ada.token}`);
    const response = await ada.browser
      .refresh(LAB)
      .set('Authorization', `Bearer ${body.token}`);
    expect(response.status).toBe(401);
    expect(response.body.error.message).toMatch(/belongs to another user/);
  });

  it('ends with a sign-out also while it waits', async () => {
    const ada = await signIn();
    await fetchTicket(ada);
    await ada.browser.signIn(LAB);
    const handle = ada.browser.cookies().get(LAB_HANDLE)!;
    expect((await ada.browser.logout(LAB)).status).toBe(200);
    const response = await ada.browser
      .refresh(LAB)
      .set('Authorization', `Bearer ${ada.token}`)
      .set('Cookie', `${LAB_HANDLE}=${handle}`);
    expect(response.status).toBe(401);
    expect(response.body.error.name).toBe('AuthenticationError');
  });

  it('refuses a request that names the ticket twice', async () => {
    const bob = await signIn(BOB);
    await fetchTicket(bob);
    const planted = bob.browser.cookies().get(TICKET)!;
    const ada = await signIn();
    await fetchTicket(ada);
    const own = ada.browser.cookies().get(TICKET)!;
    const started = await backend
      .open()
      .start(LAB)
      .set('Cookie', `${TICKET}=${planted}; ${TICKET}=${own}`);
    const [line] = [started.headers['set-cookie']].flat();
    const { message } = await backend
      .open()
      .agent.get(
        new URL(
          backend.palette.authorize(started.headers.location),
        ).href.replace(/^.*?\/api/, '/api'),
      )
      .set('Cookie', String(line).split(';')[0])
      .then(({ text }) => readPopup(text));
    expect(message.error?.message).toMatch(/Sign in to Backstage first/);
  });

  it('is claimed by many tabs at once without an end for any', async () => {
    const ada = await signIn();
    await fetchTicket(ada);
    await ada.browser.signIn(LAB);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() =>
        ada.browser.refresh(LAB).set('Authorization', `Bearer ${ada.token}`),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('takes a ticket once only', async () => {
    const ada = await signIn();
    await fetchTicket(ada);
    const ticket = ada.browser.cookies().get(TICKET)!;
    expect((await ada.browser.signIn(LAB)).error).toBeUndefined();
    expect(ada.browser.cookies().has(TICKET)).toBe(false);

    const started = await ada.browser
      .start(LAB)
      .set('Cookie', `${TICKET}=${ticket}`);
    const answer = backend.palette.authorize(started.headers.location);
    const { message } = await ada.browser.answer(answer);
    expect(message.error?.message).toMatch(/Sign in to Backstage first/);
  });

  it.each(['made-up', 'v1.0.x'])('refuses the ticket %s', async ticket => {
    const browser = backend.open();
    const started = await browser
      .start(LAB)
      .set('Cookie', `${TICKET}=${ticket}`);
    const answer = backend.palette.authorize(started.headers.location);
    const { message } = await browser.answer(answer);
    expect(message.error?.message).toMatch(/Sign in to Backstage first/);
  });

  it('lets no ticket that was left behind capture a sign-in', async () => {
    const ada = await signIn();
    await fetchTicket(ada);
    backend.palette.user = BOB;
    backend.palette.me = { ...backend.palette.me, userUid: BOB.sub };
    const { response } = await ada.browser.signIn();
    expect(response!.backstageIdentity!.identity.userEntityRef).toBe(
      'user:default/bob',
    );
  });

  it('does not sign the user out of Backstage, neither when it connects nor when it ends', async () => {
    const { browser } = await connect();
    expect((await browser.refresh()).status).toBe(200);
    expect((await browser.logout(LAB)).status).toBe(200);
    expect(browser.cookies().has(LAB_HANDLE)).toBe(false);
    expect((await browser.refresh()).status).toBe(200);
  });
});
