import * as fixtures from '../__fixtures__/palette';
import { answerAll } from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

describe('users and teams', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ spectrocloud: { listTtl: { seconds: 0 } } });
  });

  beforeEach(() => {
    api.palette.reset();
    api.denied.clear();
    api.tokens.signIn(DANA);
    answerAll(api.palette);
  });

  afterAll(() => api.stop());

  it('are the tenant’s, with what connects them', async () => {
    const users = await api.asUser().get('/users');
    expect(users.body.users).toEqual([
      {
        metadata: expect.objectContaining({ uid: 'palette-dana' }),
        spec: {
          email: 'dana@acme.example',
          firstName: 'Dana',
          lastName: 'Developer',
          teams: [{ uid: 'team-1', name: 'payments-developers' }],
        },
        status: { isActive: true },
      },
    ]);
    const teams = await api.asUser().get('/teams');
    expect(teams.body.teams).toEqual([
      {
        metadata: expect.objectContaining({ name: 'payments-developers' }),
        spec: { userUids: ['palette-dana'] },
      },
    ]);
  });

  it('never come with a way into an account', async () => {
    for (const path of ['/users', '/users/palette-dana', '/teams']) {
      const { text } = await api.asUser().get(path);
      expect(text).not.toMatch(/SECRET|activat/i);
    }
  });

  it('are asked for one by one, teams included', async () => {
    const { body } = await api.asUser().get('/users/palette-dana');
    expect(body.spec.teams).toEqual([
      { uid: 'team-1', name: 'payments-developers' },
    ]);
    expect(api.palette.calls.at(-1)?.body).toEqual({
      filter: { emailId: { eq: 'dana@acme.example' } },
    });
  });

  it('are not those of somebody else who has the same e-mail address', async () => {
    const [other] = fixtures.userSummaries.items;
    api.palette.on('POST /v1/users/summary', {
      body: { items: [{ ...other, metadata: { uid: 'other' } }] },
    });
    const { body } = await api.asUser().get('/users/palette-dana');
    expect(body.metadata.uid).toBe('palette-dana');
    expect(body.spec.teams).toEqual([]);
  });

  it('are listed without their summary where Palette fails at it', async () => {
    api.palette.on('POST /v1/teams/summary', { status: 500, body: {} });
    const { status, body } = await api.asUser().get('/teams');
    expect(status).toBe(200);
    expect(body.teams[0].spec.userUids).toEqual(['palette-dana', 'gone']);
  });

  it('are refused where Palette refuses them', async () => {
    api.palette.on('POST /v1/teams/summary', { status: 403, body: {} });
    expect((await api.asUser().get('/teams')).status).toBe(403);
    expect(api.palette.calls.map(({ path }) => path)).not.toContain(
      '/v1/teams',
    );
  });

  it('have a permission of their own', async () => {
    api.denied.add('spectrocloud.people.view-info');
    for (const path of ['/users', '/users/palette-dana', '/teams']) {
      expect((await api.asUser().get(path)).status).toBe(403);
    }
    expect((await api.asUser().get('/users/me')).status).toBe(200);
  });
});
