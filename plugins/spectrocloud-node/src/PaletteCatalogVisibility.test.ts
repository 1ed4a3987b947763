import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PaletteCatalogVisibility } from './PaletteCatalogVisibility';

const DANA = { credentials: mockCredentials.user('user:default/dana') };
const ADA = { credentials: mockCredentials.user('user:default/ada') };
const SEEN = {
  tenantUid: 't1',
  everything: false,
  clusterUids: ['c1'],
  projectUids: ['p1'],
};

describe('PaletteCatalogVisibility', () => {
  let server: Server;
  let asked: string[];
  let status: number;
  let time: number;

  beforeEach(async () => {
    asked = [];
    status = 200;
    time = 1;
    server = createServer((req, res) => {
      asked.push(`${req.url} ${req.headers.authorization}`);
      res.writeHead(status, { 'content-type': 'application/json' });
      res.end(JSON.stringify(status === 200 ? SEEN : { error: {} }));
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise(done => {
      server.close(done);
    });
  });

  const create = (spectrocloud: JsonObject = {}) => {
    const { port } = server.address() as AddressInfo;
    return PaletteCatalogVisibility.create({
      auth: mockServices.auth({ pluginId: 'permission' }),
      discovery: {
        getBaseUrl: async () => `http://127.0.0.1:${port}`,
        getExternalBaseUrl: async () => '',
      },
      config: mockServices.rootConfig({
        data: {
          spectrocloud: { environments: [{ name: 'demo' }], ...spectrocloud },
        },
      }),
      logger: mockServices.logger.mock(),
      now: () => time,
    });
  };

  it('lets see what is of no Palette, and what the user sees there', async () => {
    expect(await create().decide(DANA)).toEqual({
      result: 'CONDITIONAL',
      pluginId: 'catalog',
      resourceType: 'catalog-entity',
      conditions: {
        anyOf: [
          {
            not: {
              rule: 'HAS_ANNOTATION',
              resourceType: 'catalog-entity',
              params: { annotation: 'spectrocloud.com/managed-by' },
            },
          },
          {
            rule: 'IS_VISIBLE_AT_PALETTE',
            resourceType: 'catalog-entity',
            params: { ...SEEN, instance: 'demo' },
          },
        ],
      },
    });
  });

  it('asks as the user, once for all who want to know at the same time and after', async () => {
    const visibility = create();
    await Promise.all([visibility.decide(DANA), visibility.decide(DANA)]);
    await visibility.decide(DANA);
    await visibility.decide(ADA);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toContain('/users/me/visibility?instance=demo Bearer ');
    const [dana, ada] = asked.map(call => decodeURIComponent(call));
    expect(dana).toContain('user:default/dana');
    expect(ada).toContain('user:default/ada');
  });

  it.each([401, 403, 500, 503])(
    'hides all of Palette when the answer is %i',
    async code => {
      status = code;
      const { conditions } = await create().decide(DANA);
      expect(conditions).toEqual({
        anyOf: [{ not: expect.objectContaining({ rule: 'HAS_ANNOTATION' }) }],
      });
    },
  );

  it('shows the configured kinds to who has no session', async () => {
    status = 401;
    const { conditions } = await create({
      catalogVisibility: { withoutSession: ['profiles'] },
    }).decide(DANA);
    expect(JSON.stringify(conditions)).toContain(
      'spectrocloud.com/profile-uid',
    );
    expect(JSON.stringify(conditions)).not.toContain('IS_VISIBLE_AT_PALETTE');
  });

  it.each([
    ['users', 'spectrocloud.com/user-id'],
    ['teams', 'spectrocloud.com/team-uid'],
  ])(
    'shows %s to who has no session, and not with projects',
    async (kind, annotation) => {
      status = 401;
      const conditionsOf = async (withoutSession: string[]) => {
        const { conditions } = await create({
          catalogVisibility: { withoutSession },
        }).decide(DANA);
        return conditions;
      };
      const isKind = expect.objectContaining({ params: { annotation } });
      expect(await conditionsOf([kind])).toEqual({
        anyOf: [expect.anything(), { allOf: [expect.anything(), isKind] }],
      });
      const projects = JSON.stringify(await conditionsOf(['projects']));
      expect(projects.split('"not"')[2]).toContain(annotation);
    },
  );

  it('asks again soon where it couldn’t be told, later where it could', async () => {
    const visibility = create();
    status = 401;
    await visibility.decide(DANA);
    status = 200;
    await visibility.decide(DANA);
    expect(asked).toHaveLength(1);
    time += 5_100;
    const { conditions } = await visibility.decide(DANA);
    expect(JSON.stringify(conditions)).toContain('IS_VISIBLE_AT_PALETTE');
    expect(asked).toHaveLength(2);
    time += 10_000;
    await visibility.decide(DANA);
    expect(asked).toHaveLength(2);
    time += 61_000;
    await visibility.decide(DANA);
    expect(asked).toHaveLength(3);
  });

  it('asks nothing for services and for nobody', async () => {
    const visibility = create();
    await visibility.decide({ credentials: mockCredentials.service() });
    const { conditions } = await visibility.decide(undefined);
    expect(JSON.stringify(conditions)).not.toContain('IS_VISIBLE_AT_PALETTE');
    expect(asked).toEqual([]);
  });

  it('refuses a kind that there isn’t, and names the key', () => {
    expect(() =>
      create({ catalogVisibility: { withoutSession: ['pods'] } }),
    ).toThrow(
      "spectrocloud.catalogVisibility.withoutSession: 'pods' is no kind",
    );
  });
});
