import { clusterCreationSchema } from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import * as fixtures from '../__fixtures__/palette';
import schema from '../__fixtures__/paletteSchema.json';
import { answerAll, newCluster, routeCases } from '../__testUtils__/routeCases';
import { type Shape, shapeFaults } from '../__testUtils__/shapeFaults';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';

/** Known from the vendor's own tools, but in no description of the API. */
const UNDOCUMENTED = ['GET /v1/users/me'];

const answers = Object.entries(
  schema.answers as unknown as Record<
    string,
    { fixtures: Array<keyof typeof fixtures>; shape: Shape }
  >,
);
const bodies = schema.bodies as unknown as Record<string, Shape>;
const queries = schema.queries as Record<string, string[]>;
const endpoints = Object.entries(
  schema.endpoints as Record<
    string,
    { specRequired: string[]; cloudConfigRequired: string[] }
  >,
);

/** The endpoint of the vendor's schema that a call went to. */
function endpointOf(method: string, path: string): string | undefined {
  const known = [
    ...Object.keys(queries),
    ...endpoints.flatMap(([endpoint]) => [endpoint, `${endpoint}/validate`]),
  ];
  return known.find(endpoint => {
    const pattern = endpoint.replace(/\{\w+\}/g, '[^/]+');
    return new RegExp(`^${pattern}$`).test(`${method} ${path}`);
  });
}

describe(`the vendor's schema (Palette 4.8)`, () => {
  describe('answers', () => {
    it.each(answers)('%s', (_endpoint, { fixtures: names, shape }) => {
      for (const name of names) {
        expect(shapeFaults(fixtures[name], shape)).toEqual([]);
      }
    });

    it('is noticed when it is not followed', () => {
      const [, { shape }] = answers.find(([endpoint]) =>
        endpoint.endsWith('/search'),
      )!;
      expect(
        shapeFaults({ items: [{ spec: {}, status: { state: 1 } }] }, shape),
      ).toEqual([
        '$.items[0].spec is unknown to the vendor',
        '$.items[0].status.state should be string',
      ]);
    });
  });

  describe('calls', () => {
    let api: TestApi;

    beforeAll(async () => {
      api = await startTestApi({ spectrocloud: { listTtl: { seconds: 0 } } });
      api.tokens.signIn(DANA);
      answerAll(api.palette);
      for (const { method, path, body } of routeCases) {
        await (method === 'get'
          ? api.asUser().get(path)
          : api.asUser().post(path, body));
      }
      await api.asUser().get('/clusters/cluster-1/kubeconfig?kind=admin');
      await api.asUser().post('/profiles/search', {
        name: 'x',
        types: ['infra'],
        cloudTypes: ['eks'],
        scope: 'project',
      });
    });

    afterAll(() => api.stop());

    it('go to endpoints that exist, with queries that these know', () => {
      for (const { method, path, query } of api.palette.calls) {
        if (UNDOCUMENTED.includes(`${method} ${path}`)) continue;
        const endpoint = endpointOf(method, path);
        expect([`${method} ${path}`, endpoint]).not.toContain(undefined);
        for (const name of query.keys()) {
          expect([endpoint, ...(queries[endpoint!] ?? [])]).toContain(name);
        }
      }
      const called = new Set(
        api.palette.calls.map(({ method, path }) => endpointOf(method, path)),
      );
      expect(called.size).toBeGreaterThan(20);
    });

    it.each(Object.entries(bodies))(
      'send the body of %s',
      (endpoint, shape) => {
        const sent = api.palette.calls.filter(
          ({ method, path }) => `${method} ${path}` === endpoint,
        );
        expect(sent.length).toBeGreaterThan(0);
        for (const { body } of sent) {
          expect(shapeFaults(body, shape)).toEqual([]);
        }
      },
    );

    it('never put continue into a body', () => {
      for (const { body } of api.palette.calls) {
        expect(body ?? {}).not.toHaveProperty('continue');
      }
    });
  });

  it.each(endpoints)(
    '%s: what it requires is required',
    (endpoint, { specRequired, cloudConfigRequired }) => {
      const cloudType = endpoint.split('/').pop();
      const empty = { ...newCluster, cloudType, spec: {} };
      const { error } = clusterCreationSchema.safeParse(empty);
      const missing = error?.issues.map(({ path }) => path.join('.'));
      // The schema requires a spec.cloudType that it does not have.
      for (const field of specRequired.filter(name => name !== 'cloudType')) {
        expect(missing).toContain(`spec.${field}`);
      }
      const { error: inner } = clusterCreationSchema.safeParse({
        ...empty,
        spec: { cloudConfig: {} },
      });
      for (const field of cloudConfigRequired) {
        expect(inner?.issues.map(({ path }) => path.join('.'))).toContain(
          `spec.cloudConfig.${field}`,
        );
      }
    },
  );
});
