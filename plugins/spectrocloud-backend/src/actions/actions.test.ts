import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import * as fixtures from '../__fixtures__/palette';
import { actionCases } from '../__testUtils__/actionCases';
import { answerAll } from '../__testUtils__/routeCases';
import {
  DANA,
  startTestApi,
  type TestApi,
} from '../__testUtils__/startTestApi';
import { dryRunCases, writeCases } from '../__testUtils__/writeCases';
import { DecisionCache } from '../permissions/DecisionCache';
import { PermissionGate } from '../permissions/PermissionGate';
import type { ReaderDeps } from '../reads/PaletteReader';
import { registerActions } from './registerActions';
import type { WritingDeps } from './writing/WriteAction';

const PROJECT = { projectUid: 'project-1' };
const WRITES = writeCases.map(({ operation }) => operation);

/** What only reads, dry runs of changes among it; the changes themselves are tested beside them. */
const cases = [...actionCases, ...dryRunCases];
const changes = writeCases.map(({ change, permission }) => ({
  name: change,
  permission,
}));

/** What Palette may do, and the error that it becomes. */
const FAILURES: Array<[object, string]> = [
  [{ status: 401 }, 'AuthenticationError'],
  [{ status: 403 }, 'NotAllowedError'],
  [{ status: 404 }, 'NotFoundError'],
  [{ status: 410 }, 'NotFoundError'],
  [{ status: 500 }, 'ServiceUnavailableError'],
  [{ status: 400 }, 'InputError'],
  [{ delayMs: 1_500 }, 'ServiceUnavailableError'],
  [{ body: 'garbage' }, 'ServiceUnavailableError'],
  [{ hangUp: true }, 'ServiceUnavailableError'],
];

describe('actions', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startTestApi({
      spectrocloud: {
        listTtl: { seconds: 0 },
        callTimeout: { seconds: 1 },
        requestTimeout: { seconds: 3 },
        tokenCache: { encryptionKeys: ['k'.repeat(32)] },
        actions: { writes: WRITES },
      },
    });
  });

  beforeEach(() => {
    api.palette.reset();
    api.tokens.reset();
    api.tokens.signIn(DANA);
    api.denied.clear();
    answerAll(api.palette);
  });

  afterAll(() => api.stop());

  const invoke = (
    name: string,
    input: JsonObject,
    credentials = mockCredentials.user(DANA) as ReturnType<
      typeof mockCredentials.user | typeof mockCredentials.service
    >,
  ) => api.actions.invoke({ id: `test:${name}`, input, credentials });

  it('are these, all but the changes only reading', async () => {
    const { actions } = await api.actions.list();
    expect(actions.map(({ name }) => name).sort()).toEqual(
      [...cases, ...changes].map(({ name }) => name).sort(),
    );
    const readOnly = actions.filter(({ attributes }) => attributes.readOnly);
    expect(readOnly.map(({ name }) => name).sort()).toEqual(
      cases.map(({ name }) => name).sort(),
    );
    for (const { attributes } of readOnly) {
      expect(attributes).toEqual({
        readOnly: true,
        destructive: false,
        idempotent: true,
      });
    }
  });

  it('only read, unless the configuration says otherwise', async () => {
    const plain = await startTestApi();
    const { actions } = await plain.actions.list();
    await plain.stop();
    expect(actions.map(({ name }) => name).sort()).toEqual(
      actionCases.map(({ name }) => name).sort(),
    );
  });

  it('are hidden from who lacks their permission, unless permissions are switched off', () => {
    const registered = (enablePermissions: boolean) => {
      const register = jest.fn();
      registerActions(
        { register },
        {
          gate: new PermissionGate({
            permissions: mockServices.permissions.mock(),
            logger: mockServices.logger.mock(),
            decisions: new DecisionCache({ ttlMs: 0 }),
            enabled: enablePermissions,
          }),
          readers: {} as ReaderDeps,
          getApiUrl: async () => 'https://backstage.example/api/spectrocloud',
          writing: { operations: new Set(WRITES) } as unknown as WritingDeps,
        },
      );
      return Object.fromEntries(
        register.mock.calls.map(([{ name, visibilityPermission }]) => [
          name,
          visibilityPermission?.name,
        ]),
      );
    };
    expect(registered(true)).toEqual(
      Object.fromEntries(
        [...cases, ...changes].map(({ name, permission }) => [
          name,
          permission,
        ]),
      ),
    );
    expect(Object.values(registered(false))).toEqual(
      [...cases, ...changes].map(() => undefined),
    );
  });

  describe.each(cases)(
    '$name',
    ({ name, input, bad, endpoint, permission, output, answersRefusals }) => {
      it('answers as the user, without any secret', async () => {
        const result = await invoke(name, input);
        expect(result.output).toMatchObject(output);
        expect(JSON.stringify(result)).not.toContain('SECRET');
        expect(JSON.stringify(result)).not.toContain('token-of-dana');
        for (const { headers } of api.palette.calls) {
          expect(headers.authorization).toBe('token-of-dana');
        }
      });

      it('asks a user without a Palette session to sign in', async () => {
        api.tokens.reset();
        await expect(invoke(name, input)).rejects.toMatchObject({
          name: 'AuthenticationError',
          message: expect.stringContaining(
            'Open https://backstage.example in a browser, sign in to Palette',
          ),
        });
        expect(api.palette.calls).toHaveLength(0);
      });

      it('has nothing for callers without credentials', async () => {
        await expect(
          api.actions.invoke({
            id: `test:${name}`,
            input,
            credentials: mockCredentials.none(),
          }),
        ).rejects.toMatchObject({ name: 'NotAllowedError' });
        expect(api.palette.calls).toHaveLength(0);
      });

      it('has nothing for services by default', async () => {
        await expect(
          invoke(name, input, mockCredentials.service('plugin:other')),
        ).rejects.toMatchObject({ name: 'NotAllowedError' });
        expect(api.palette.calls).toHaveLength(0);
      });

      it('is closed to users without its permission', async () => {
        api.denied.add(permission);
        await expect(invoke(name, input)).rejects.toMatchObject({
          name: 'NotAllowedError',
        });
        expect(api.tokens.lookUps).toHaveLength(0);
      });

      it('refuses bad input', async () => {
        await expect(
          invoke(name, bad as unknown as JsonObject).then(() => {
            // Nothing is wrong with an empty input where nothing is required.
            expect(bad).not.toEqual({});
            throw new Error('was accepted');
          }),
        ).rejects.toMatchObject({ name: 'InputError' });
        expect(api.palette.calls).toHaveLength(0);
      });

      it('knows no other instance than the configured ones', async () => {
        await expect(
          invoke(name, { ...input, instance: 'other' }),
        ).rejects.toThrow(`known are 'demo'`);
      });

      it.each(
        FAILURES.filter(
          ([, error]) => !(answersRefusals && error === 'InputError'),
        ),
      )('when Palette does %j, fails with %s', async (answer, error) => {
        api.palette.on(endpoint, { ...answer });
        // What stands in for /v1/users/me fails as well.
        if (endpoint === 'GET /v1/users/me') {
          api.palette.on('GET /v1/users/info', { ...answer });
        }
        await expect(invoke(name, input)).rejects.toMatchObject({
          name: error,
        });
      });
    },
  );

  it(`say when Palette's limit is reached`, async () => {
    const limited = await startTestApi({
      spectrocloud: { requestTimeout: { seconds: 3 } },
    });
    limited.tokens.signIn(DANA);
    limited.palette.on('POST /v1/dashboard/projects', {
      status: 429,
      headers: { 'retry-after': '9' },
    });
    await expect(
      limited.actions.invoke({
        id: 'test:list-palette-projects',
        input: {},
        credentials: mockCredentials.user(DANA),
      }),
    ).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('try again in 9 seconds'),
    });
    await limited.stop();
  });

  describe('list-palette-clusters', () => {
    beforeEach(() => {
      const row = (
        uid: string,
        cloudType: string,
        state: string,
        health: string,
      ) => ({
        ...fixtures.clusterRow(uid, uid),
        specSummary: { cloudConfig: { cloudType } },
        status: { state, health: { state: health } },
      });
      api.palette.on('POST /v1/dashboard/spectroclusters/search', {
        body: {
          items: [
            row('a', 'eks', 'Running', 'Healthy'),
            row('b', 'eks', 'Running', 'UnHealthy'),
            row('c', 'vsphere', 'Error', 'UnHealthy'),
            row('d', 'vsphere', 'Running', 'Healthy'),
          ],
        },
      });
    });

    const uidsOf = async (input: JsonObject) => {
      const { output } = await invoke('list-palette-clusters', {
        ...PROJECT,
        ...input,
      });
      return (output as { clusters: Array<{ uid: string }> }).clusters.map(
        ({ uid }) => uid,
      );
    };

    it('filters by cloud, state and health, ignoring case of free texts', async () => {
      expect(await uidsOf({ cloud: 'EKS' })).toEqual(['a', 'b']);
      expect(await uidsOf({ state: 'running' })).toEqual(['a', 'b', 'd']);
      expect(await uidsOf({ health: 'UnHealthy' })).toEqual(['b', 'c']);
      expect(await uidsOf({ cloud: 'vsphere', health: 'Healthy' })).toEqual([
        'd',
      ]);
    });

    it('filters by project', async () => {
      await uidsOf({});
      expect(api.palette.calls[0].headers.projectuid).toBe('project-1');
    });

    it('gives pages', async () => {
      const first = await invoke('list-palette-clusters', {
        ...PROJECT,
        limit: 3,
      });
      expect(first.output).toMatchObject({ total: 4, nextOffset: 3 });
      const last = await invoke('list-palette-clusters', {
        ...PROJECT,
        limit: 3,
        offset: 3,
      });
      expect(last.output).toMatchObject({ clusters: [{ uid: 'd' }] });
      expect(last.output).not.toHaveProperty('nextOffset');
    });
  });
});
