import { MemoryPalette } from './MemoryPalette';
import type { RecordedAnswers } from './recordAnswers';

const PROJECTS = ['a'.repeat(24), 'b'.repeat(24)];

const clusters = Array.from({ length: 60 }, (_, index) => {
  const uid = index.toString(16).padStart(24, '0');
  return {
    uid,
    projectUid: PROJECTS[index % PROJECTS.length],
    row: { metadata: { uid } },
    overview: JSON.stringify({ overview: uid }),
    whole: JSON.stringify({ whole: uid }),
  };
});

const answers: RecordedAnswers = {
  tenantUid: 'tenant',
  clusters,
  projects: PROJECTS.map(uid => ({ metadata: { uid, name: uid } })),
  tenantPermissions: { role: ['cluster.list'] },
  projectPermissions: ['cluster.list'],
};

describe('MemoryPalette', () => {
  let palette: MemoryPalette;
  let admin: string;

  beforeAll(async () => {
    palette = await MemoryPalette.start(answers);
    admin = await palette.signIn('admin-0001@acme.example');
  });

  beforeEach(() => {
    palette.configure({ limits: false });
    palette.takeCounts();
  });

  afterAll(() => palette.close());

  const read = async (path: string, token = admin, method = 'GET') => {
    const response = await fetch(`${palette.url}${path}`, {
      method,
      headers: { authorization: token },
    });
    return { status: response.status, body: await response.json() };
  };

  it('reads no more than a token that it gave', async () => {
    expect((await read('/v1/users/me', 'another')).status).toBe(401);
    const { body } = await read('/v1/users/me');
    expect(body.spec.emailId).toBe('admin-0001@acme.example');
    expect(body.status.tenantPermissions).toEqual(answers.tenantPermissions);
  });

  it('gives the list in pages, and members their project only', async () => {
    const path = '/v1/dashboard/spectroclusters/search?limit=50';
    const { body: first } = await read(path, admin, 'POST');
    expect(first.items).toHaveLength(50);
    const { body: second } = await read(
      `${path}&continue=${first.listmeta.continue}`,
      admin,
      'POST',
    );
    expect(second.items).toHaveLength(10);
    expect(second.listmeta.continue).toBe('');
    const member = await palette.signIn('member-0001@acme.example');
    const { body: own } = await read(path, member, 'POST');
    expect(own.items).toHaveLength(30);
  });

  it('has a cluster for any uid', async () => {
    const uid = 'f'.repeat(24);
    const { body } = await read(`/v1/dashboard/spectroclusters/${uid}`);
    expect(body).toEqual({ overview: uid });
    const { body: whole } = await read(`/v1/spectroclusters/${uid}`);
    expect(whole).toEqual({ whole: uid });
  });

  it('keeps the documented limits when it is told to, and counts what it refuses', async () => {
    palette.configure({ limits: true });
    const statuses = await Promise.all(
      Array.from({ length: 60 }, async () => {
        const { status } = await read('/v1/users/me');
        return status;
      }),
    );
    const refused = statuses.filter(status => status === 429).length;
    expect(refused).toBeGreaterThan(0);
    expect(palette.takeCounts()).toEqual({
      'GET /v1/users/me 200': statuses.length - refused,
      'GET /v1/users/me 429': refused,
    });
    expect(palette.takeCounts()).toEqual({});
  });

  it('renews a token once', async () => {
    const token = await palette.signIn('member-0002@acme.example');
    const path = `/v1/auth/refresh/${token}?setCookie=false`;
    const { body } = await read(path, '');
    expect((await read('/v1/users/me', token)).status).toBe(401);
    expect((await read('/v1/users/me', body.Authorization)).status).toBe(200);
    expect((await read(path, '')).status).toBe(401);
  });
});
