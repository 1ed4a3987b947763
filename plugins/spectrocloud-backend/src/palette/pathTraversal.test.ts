import { request as httpRequest } from 'node:http';
import fc from 'fast-check';
import { mockCredentials } from '@backstage/backend-test-utils';
import { answerAll } from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';
import { palettePath, UID_PATTERN } from './palettePath';

/** What a clever person would put into a path. */
const nastySegment = fc.oneof(
  fc.constantFrom(
    '..',
    '.',
    '../..',
    '..%2f..',
    '%2e%2e',
    '%252e%252e%252f',
    'users/me',
    'a?ProjectUid=x',
    'a#b',
    'a;b',
    'a\\b',
    '\u2025',
    '\uff0e\uff0e',
    'a\u0000b',
    'a%00',
    'a\r\nApiKey: x',
    '//evil.example',
    'http://evil.example',
    '-a',
    '_a',
    'a'.repeat(65),
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
  // Empty, it would be another route: the list.
  fc.webPath().filter(path => path !== ''),
);

const paths: Array<[(segment: string) => string, RegExp]> = [
  [
    s => `/clusters/${s}`,
    /^\/v1\/dashboard\/(spectroclusters\/[\w-]+|projects\/metadata)$/,
  ],
  [
    s => `/clusters/${s}/kubeconfig`,
    /^\/v1\/spectroclusters\/[\w-]+\/assets\/kubeconfig(?:client)?$/,
  ],
  [
    s => `/clusters/c1/pack/manifests/${s}`,
    /^\/v1\/spectroclusters\/c1\/pack\/manifests\/[\w-]+$/,
  ],
  [s => `/clustergroups/${s}`, /^\/v1\/clustergroups\/[\w-]+$/],
  [s => `/profiles/${s}/packs`, /^\/v1\/clusterprofiles\/[\w-]+\/packs$/],
  [
    s => `/overlords/vsphere/${s}/pools`,
    /^\/v1\/overlords\/vsphere\/[\w-]+\/pools$/,
  ],
  [
    s => `/cloudaccounts/vsphere/${s}/metadata`,
    /^\/v1\/cloudaccounts\/vsphere\/[\w-]+\/properties\/datacenters$/,
  ],
];

describe('path traversal', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ spectrocloud: { listTtl: { seconds: 0 } } });
    api.tokens.signIn(DANA);
    answerAll(api.palette);
  });

  afterAll(() => api.stop());

  it.each(paths)(
    'reaches no other path of Palette: %s',
    async (toPath, only) => {
      await fc.assert(
        fc.asyncProperty(nastySegment, async segment => {
          api.palette.calls.length = 0;
          const response = await api
            .asUser()
            .get(`${toPath(encodeURIComponent(segment))}?projectUid=p1`);
          for (const { path } of api.palette.calls) expect(path).toMatch(only);
          const allowed = UID_PATTERN.test(segment);
          expect(allowed || api.palette.calls.length === 0).toBe(true);
          expect(allowed || [400, 404].includes(response.status)).toBe(true);
        }),
        { numRuns: 60 },
      );
    },
  );

  it('reaches no other path with segments that are not even encoded', async () => {
    const { port } = api.address();
    const raw = (path: string) =>
      new Promise<number>((resolve, reject) => {
        httpRequest(
          {
            port,
            path,
            headers: { authorization: mockCredentials.user.header(DANA) },
          },
          response => {
            response.resume();
            resolve(response.statusCode ?? 0);
          },
        )
          .on('error', reject)
          .end();
      });
    for (const segment of [
      '..',
      '../users',
      '%2e%2e',
      '..;',
      '.%2e',
      'a/../b',
    ]) {
      api.palette.calls.length = 0;
      const status = await raw(
        `/api/spectrocloud/clusters/${segment}/profiles?projectUid=p1`,
      );
      expect(status).toBeGreaterThanOrEqual(400);
      expect(api.palette.calls).toHaveLength(0);
    }
  });
});

describe('header injection', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({ spectrocloud: { listTtl: { seconds: 0 } } });
    api.tokens.signIn(DANA);
    answerAll(api.palette);
  });

  afterAll(() => api.stop());

  it('is impossible through projectUid', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.constantFrom('p1\r\nApiKey: x', 'p1\nAuthorization: y', 'p1, p2'),
          fc.string({ unit: 'binary', minLength: 1, maxLength: 70 }),
        ),
        async projectUid => {
          fc.pre(!UID_PATTERN.test(projectUid));
          api.palette.calls.length = 0;
          const response = await api
            .asUser()
            .get(`/clusters?projectUid=${encodeURIComponent(projectUid)}`);
          expect(response.status).toBe(400);
          expect(api.palette.calls).toHaveLength(0);
        },
      ),
    );
  });

  it.each(['projectUid=a&projectUid=b', 'projectUid[x]=a', 'instance[]=demo'])(
    'nor through a repeated or structured query: %s',
    async query => {
      const response = await api.asUser().get(`/clusters?${query}`);
      expect(response.status).toBe(400);
    },
  );

  it('nor into the answer through what Palette calls a cluster', async () => {
    api.palette.on('GET /v1/spectroclusters/*/assets/kubeconfigclient', {
      body: JSON.stringify({
        kind: 'Config',
        clusters: [{ name: 'x"\r\nSet-Cookie: a=b\r\n\r\n<script>' }],
      }),
    });
    const response = await api
      .asUser()
      .get('/clusters/c1/kubeconfig?projectUid=p1');
    expect(response.status).toBe(200);
    expect(response.headers['set-cookie']).toBeUndefined();
    expect(response.headers['content-disposition']).toMatch(
      /^attachment; filename="?[A-Za-z0-9._-]+"?$/,
    );
  });
});

describe('palettePath', () => {
  it('inserts uids and nothing else', () => {
    const attempt = (value: string) => {
      try {
        return palettePath`/v1/users/${value}`;
      } catch (error) {
        return (error as Error).name;
      }
    };
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), value => {
        expect(attempt(value)).toBe(
          UID_PATTERN.test(value) ? `/v1/users/${value}` : 'InputError',
        );
      }),
    );
    expect(attempt('0e4c-A_1')).toBe('/v1/users/0e4c-A_1');
  });
});
