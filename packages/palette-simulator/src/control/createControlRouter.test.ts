import request from 'supertest';
import { ODDITIES } from '../oddities';
import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { newCluster } from '../__testUtils__/newCluster';
import { ADA, DANA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

describe('/control', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;

  beforeAll(async () => {
    simulator = await startPaletteSimulator({
      settings: { sessionTtlSeconds: 1234 },
    });
    visitor = new PaletteVisitor(simulator);
  });
  beforeEach(() => simulator.control.reset());
  afterAll(() => simulator.close());

  const post = (action: string, body: object = {}) =>
    request(simulator.url).post(`/control/${action}`).send(body);
  const me = (token: string) => visitor.call('get', '/v1/users/me', token);

  it.each(['expire', 'revoke'])(
    "%ss a user's sessions and no others",
    async action => {
      const dana = await visitor.sessionToken(DANA);
      const ada = await visitor.sessionToken(ADA);
      const { body } = await post(`sessions/${action}`, { user: DANA });
      expect(body).toEqual({ ended: 1 });
      await me(dana).expect(401);
      await me(ada).expect(200);
    },
  );

  it('ends no sessions of nobody', async () => {
    const { body } = await post('sessions/expire', { user: 'nobody' });
    expect(body).toEqual({ ended: 0 });
    await post('sessions/expire').expect(400);
  });

  it('lets time pass at the clusters', async () => {
    await post('time', { seconds: 60 }).expect(204);
    await post('time', { seconds: 'long' }).expect(400);
    await post('time').expect(400);
  });

  it('makes clusters well or not', async () => {
    const healthOf = async () => {
      const { body } = await request(simulator.url)
        .post('/v1/dashboard/spectroclusters/search')
        .set('ApiKey', 'ada-demo-api-key')
        .send({ filter: {}, sort: [] });
      const [{ metadata, status }] = body.items;
      return { uid: metadata.uid, health: status.health.state };
    };
    const { uid } = await healthOf();
    for (const health of ['Unhealthy', 'Healthy']) {
      const { body } = await post('health', { cluster: uid, health });
      expect(body).toEqual({ changed: 1 });
      expect(await healthOf()).toEqual({ uid, health });
    }
    await post('health', { cluster: uid, health: 'sick' }).expect(400);
    await post('health', { health: 'Healthy' }).expect(400);
  });

  it('tells with which bodies clusters were created, until it is reset', async () => {
    const creations = async () => {
      const { body } = await request(simulator.url).get('/control/creations');
      return body.creations;
    };
    const dana = await visitor.sessionToken(DANA);
    const { payments } = await visitor.projects(dana);
    const cluster = newCluster('eks', 'recorded');
    const create = () =>
      visitor
        .call('post', '/v1/spectroclusters/eks', dana, payments)
        .send(cluster);
    await create().expect(201);
    // One that is refused was not created.
    await create().expect(400);
    expect(await creations()).toMatchObject([
      { type: 'eks', user: DANA, projectUid: payments, body: cluster },
    ]);
    await post('reset').expect(204);
    expect(await creations()).toEqual([]);
  });

  it('rotates the keys', async () => {
    const { body } = await post('keys/rotate', { keepOld: false }).expect(200);
    const keys = await request(simulator.issuer).get('/keys');
    expect(keys.body.keys.map(({ kid }: { kid: string }) => kid)).toEqual([
      body.kid,
    ]);
  });

  it('fails, slows and silences calls', async () => {
    await post('fail', { status: 503, path: '/v1/health' }).expect(204);
    await request(simulator.url).get('/v1/health/ping').expect(503);
    await post('delay', { ms: 1 }).expect(204);
    await post('drop', { path: '/v1/health' }).expect(204);
    await expect(fetch(`${simulator.url}/v1/health/ping`)).rejects.toThrow();
    await post('hang', { count: 5 }).expect(204);
    await request(simulator.url).delete('/control/faults').expect(204);
    await request(simulator.url).get('/v1/health/ping').expect(200);
  });

  it('shows and clears the request log', async () => {
    await request(simulator.url).get('/v1/health/ping');
    const read = () => request(simulator.url).get('/control/requests');
    expect((await read()).body.requests).toHaveLength(1);
    await request(simulator.url).delete('/control/requests').expect(204);
    expect((await read()).body.requests).toEqual([]);
  });

  it('reads and changes settings, and resets them to those of the start', async () => {
    const read = async () =>
      (await request(simulator.url).get('/control/settings')).body;
    await post('settings', {
      sessionTokenAs: 'code',
      sessionTtlSeconds: 5,
    }).expect(200);
    expect(await read()).toMatchObject({
      sessionTokenAs: 'code',
      sessionTtlSeconds: 5,
      refreshGrant: true,
    });
    await post('reset').expect(204);
    expect(await read()).toMatchObject({
      sessionTokenAs: 'refresh_token',
      sessionTtlSeconds: 1234,
    });
  });

  it('switches all oddities on and off again with one call', async () => {
    await post('settings', { sessionTtlSeconds: 5 });
    const { body: odd } = await post('oddities', { enabled: true }).expect(200);
    expect(odd).toMatchObject({ ...ODDITIES, sessionTtlSeconds: 5 });
    const { body: plain } = await post('oddities', { enabled: false });
    expect(plain).toMatchObject({
      sessionTokenAs: 'refresh_token',
      usersMe: 'me',
      sessionTtlSeconds: 5,
    });
    await post('oddities', {}).expect(400);
  });

  it.each([
    [{ sessionTokenAs: 'cookie' }, 'must be one of code'],
    [{ sessionTtlSeconds: '5' }, 'must be a number'],
    [{ redirectUris: 'https://a.example' }, 'must be an array of strings'],
    [{ rotateOnRefresh: 'yes' }, 'must be a boolean'],
    [{ colour: 'red' }, 'is not a setting'],
    [{ constructor: {} }, 'is not a setting'],
  ])('refuses %p', async (settings, reason) => {
    const { body } = await post('settings', settings).expect(400);
    expect(body.error).toContain(reason);
  });

  it.each([
    ['fail', {}],
    ['fail', { status: 99 }],
    ['fail', { status: 500, body: 'poem' }],
    ['delay', { ms: -1 }],
    ['delay', { ms: 1, when: 'never' }],
    ['rate-limits', {}],
    ['hang', { count: 'many' }],
  ])('refuses %s with %p', (action, body) => post(action, body).expect(400));

  it('switches the rate limits', async () => {
    await post('rate-limits', { enabled: true }).expect(204);
    const ping = () => request(simulator.url).get('/v1/health/ping');
    const answers = await Promise.all(Array.from({ length: 70 }, ping));
    expect(answers.some(({ status }) => status === 429)).toBe(true);
  });

  it('takes the forms of the start page, and goes back there', async () => {
    const dana = await visitor.sessionToken(DANA);
    const { text } = await request(simulator.url).get('/');
    expect(text).toContain('action="/control/sessions/expire"');
    const answer = await request(simulator.url)
      .post('/control/sessions/expire')
      .type('form')
      .send({ user: DANA })
      .expect(303);
    expect(answer.headers.location).toBe('/');
    await me(dana).expect(401);
    await request(simulator.url)
      .post('/control/fail')
      .type('form')
      .send({ status: '503', count: '1' })
      .expect(303);
    await request(simulator.url).get('/v1/health/ping').expect(503);
  });

  it('knows no other actions, and no broken JSON', async () => {
    await post('explode').expect(404);
    await request(simulator.url)
      .post('/control/fail')
      .type('json')
      .send('{"status":')
      .expect(400);
  });
});
