import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { ADA, DANA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

describe('users', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let ada: string;
  let dana: string;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
    ada = await visitor.sessionToken(ADA);
    dana = await visitor.sessionToken(DANA);
  });
  afterAll(() => simulator.close());

  it('says who the caller is and what they may', async () => {
    const { body } = await visitor.call('get', '/v1/users/me', dana);
    const projects = await visitor.projects(dana);
    const { projectPermissions, tenantPermissions } = body.status;
    expect(Object.keys(projectPermissions).sort()).toEqual(
      Object.values(projects).sort(),
    );
    expect(Object.keys(projects).sort()).toEqual(['payments', 'retail-web']);
    expect(projectPermissions[projects.payments]).toContain('cluster.create');
    expect(projectPermissions[projects['retail-web']]).not.toContain(
      'cluster.create',
    );
    expect(tenantPermissions).toEqual({ tenant: null });
  });

  it('gives the administrator the tenant', async () => {
    const { body } = await visitor.call('get', '/v1/users/me', ada);
    expect(body.status.tenantPermissions.tenant).toContain('cluster.list');
    expect(Object.keys(body.status.projectPermissions)).toHaveLength(8);
  });

  it('names tenant and user in /users/info and no more', async () => {
    const { body: info } = await visitor.call('get', '/v1/users/info', dana);
    const { body: me } = await visitor.call('get', '/v1/users/me', dana);
    expect(info).toEqual({
      orgName: 'demo',
      tenantUid: me.status.tenant.tenantUid,
      userUid: me.metadata.uid,
    });
  });

  it.each([
    ['missing', 404],
    ['refused', 400],
  ] as const)(
    'has a fallback where /users/me is %s',
    async (usersMe, status) => {
      simulator.control.updateSettings({ usersMe });
      await visitor.call('get', '/v1/users/me', dana).expect(status);
      const { body: info } = await visitor.call('get', '/v1/users/info', dana);
      const { body: user } = await visitor.call(
        'get',
        `/v1/users/${info.userUid}`,
        dana,
      );
      simulator.control.updateSettings({ usersMe: 'me' });
      expect(user.spec.emailId).toBe(DANA);
    },
  );

  it('takes me for a uid when it is told to: the user without what they may', async () => {
    simulator.control.updateSettings({ usersMe: 'user' });
    const { body } = await visitor.call('get', '/v1/users/me', dana);
    simulator.control.updateSettings({ usersMe: 'me' });
    expect(body.spec.emailId).toBe(DANA);
    expect(body.status).not.toHaveProperty('tenant');
  });

  it('shows other users to administrators only', async () => {
    const { body: info } = await visitor.call('get', '/v1/users/info', ada);
    const path = `/v1/users/${info.userUid}`;
    const { body } = await visitor.call('get', path, dana).expect(403);
    expect(body.code).toBe('OperationForbidden');
    await visitor.call('get', path, ada).expect(200);
    await visitor.call('get', '/v1/users/nobody', ada).expect(404);
  });

  it('lists users, teams and roles to administrators', async () => {
    for (const path of ['/v1/users', '/v1/teams', '/v1/roles']) {
      await visitor.call('get', path, dana).expect(403);
      const { body } = await visitor.call('get', path, ada).expect(200);
      expect(body.listmeta.count).toBe(body.items.length);
    }
    const { body } = await visitor
      .call('post', '/v1/users/summary', ada)
      .send({ filter: { emailId: { contains: 'DEV.dana' } } });
    expect(body.items).toHaveLength(1);
    expect(body.items[0].spec).toMatchObject({
      projectsCount: 2,
      teams: [{ name: 'payments-developers' }, { name: 'shop-readers' }],
    });
  });

  it('fails the team summary as Palette did before 4.9.38', async () => {
    const summary = () => visitor.call('post', '/v1/teams/summary', ada);
    await summary().expect(200);
    simulator.control.updateSettings({ teamsSummaryFails: true });
    await summary().expect(500);
    simulator.control.updateSettings({ teamsSummaryFails: false });
  });

  it('lists SSH keys', async () => {
    const { payments } = await visitor.projects(dana);
    const { body } = await visitor.call(
      'get',
      '/v1/users/assets/sshkeys',
      dana,
      payments,
    );
    expect(body.items[0].spec.publicKey).toMatch(/^ssh-ed25519 /);
  });

  it('tells administrators how to set the OpenID client up', async () => {
    const { body: info } = await visitor.call('get', '/v1/users/info', ada);
    const path = `/v1/tenants/${info.tenantUid}/idp/palette/config`;
    await visitor.call('get', path, dana).expect(403);
    const { body } = await visitor.call('get', path, ada).expect(200);
    expect(body).toMatchObject({
      clientId: 'backstage',
      issuerUrl: simulator.issuer,
    });
  });
});
