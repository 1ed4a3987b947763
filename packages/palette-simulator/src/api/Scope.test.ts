import {
  type PaletteSimulator,
  startPaletteSimulator,
} from '../startPaletteSimulator';
import { ADA, DANA, PaletteVisitor } from '../__testUtils__/PaletteVisitor';

const META = '/v1/dashboard/spectroclusters/meta';

describe('ProjectUid', () => {
  let simulator: PaletteSimulator;
  let visitor: PaletteVisitor;
  let ada: string;
  let dana: string;
  let projects: Record<string, string>;

  beforeAll(async () => {
    simulator = await startPaletteSimulator();
    visitor = new PaletteVisitor(simulator);
    ada = await visitor.sessionToken(ADA);
    dana = await visitor.sessionToken(DANA);
    projects = await visitor.projects(ada);
  });
  afterAll(() => simulator.close());

  it('absent means the tenant, which needs a tenant permission', async () => {
    const { body } = await visitor.call('get', META, dana).expect(403);
    expect(body.code).toBe('OperationForbidden');
    await visitor.call('get', META, ada).expect(200);
  });

  it('limits a list to the project', async () => {
    const { body } = await visitor
      .call('get', META, dana, projects.payments)
      .expect(200);
    expect(body).toHaveLength(9);
    for (const { metadata } of body) {
      expect(metadata.annotations.projectUid).toBe(projects.payments);
    }
  });

  it('is taken from the query too', async () => {
    const { body } = await visitor
      .call('get', META, dana)
      .query({ ProjectUid: projects.payments });
    expect(body).toHaveLength(9);
  });

  it.each([
    ['ProjectNotFoundInTenant', 404, () => 'nosuchproject'],
    ['ResourceAccessDenied', 403, () => projects.research],
  ])(
    'answers %s, also where the project does not matter',
    async (code, status, uid) => {
      for (const path of [META, '/v1/users/me']) {
        const { body } = await visitor
          .call('get', path, dana, uid())
          .expect(status);
        expect(body.code).toBe(code);
      }
    },
  );

  it('hides a cluster of another project', async () => {
    const uid = await visitor.clusterUid(ada, 'shop-prod-eu');
    const path = `/v1/spectroclusters/${uid}`;
    const { body } = await visitor
      .call('get', path, dana, projects.payments)
      .expect(404);
    expect(body.code).toBe('ResourceNotFound');
    await visitor.call('get', path, dana, projects['retail-web']).expect(200);
    await visitor.call('get', path, dana).expect(403);
    await visitor.call('get', path, ada).expect(200);
  });

  it("annotates an object with its caller's permissions", async () => {
    const uid = await visitor.clusterUid(ada, 'shop-prod-eu');
    const permissionsFor = async (token: string) => {
      const { body } = await visitor.call(
        'get',
        `/v1/spectroclusters/${uid}`,
        token,
        projects['retail-web'],
      );
      return body.metadata.annotations.permissions.split(',');
    };
    expect(await permissionsFor(ada)).toContain('cluster.delete');
    expect(await permissionsFor(dana)).toContain('cluster.get');
    expect(await permissionsFor(dana)).not.toContain('cluster.delete');
  });

  it('of another tenant is not found', async () => {
    const sandbox = await visitor
      .call('post', '/v1/auth/authenticate', '')
      .send({ emailId: ADA, password: 'palette-demo', org: 'sandbox' });
    await visitor
      .call('get', META, sandbox.body.Authorization, projects.payments)
      .expect(404);
  });
});
