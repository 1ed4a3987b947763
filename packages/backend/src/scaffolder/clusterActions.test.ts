import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import scaffolderModule from '@terasky/backstage-plugin-scaffolder-backend-module-spectrocloud';
import {
  startPaletteSimulator,
  type PaletteSimulator,
} from 'palette-simulator';
import { demoUsers } from '../__testUtils__/demoUsers';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import {
  startBackend,
  type RunningBackend,
} from '../__testUtils__/startBackend';

jest.setTimeout(120_000);

const ADA = 'ada.admin@spectro.example';
const DANA = 'dev.dana@acme.example';

/** What a step was handed, and what the database then holds of the task. */
interface Seen {
  text: string;
  stored: string;
}

const place = {
  projectUid: '${{ parameters.project }}',
};
const create = {
  id: 'create',
  name: 'Create the cluster',
  action: 'spectrocloud:cluster:create',
  input: {
    ...place,
    cluster: {
      cloudType: 'eks',
      metadata: { name: '${{ parameters.name }}' },
      spec: {
        cloudAccountUid: 'account',
        cloudConfig: { region: 'eu-west-1' },
        machinepoolconfig: [
          {
            cloudConfig: { instanceType: 't3.large' },
            poolConfig: {
              name: 'workers',
              labels: ['worker'],
              size: 2,
              isControlPlane: false,
            },
          },
        ],
        profiles: [],
      },
    },
  },
};
/** Two tasks with one key create one cluster; Palette isn't asked for findings. */
const createKeyed = {
  ...create,
  input: { ...create.input, validate: false, idempotencyKey: 'a key' },
};
const clusterUid = '${{ steps.create.output.clusterUid }}';
const wait = {
  id: 'wait',
  name: 'Wait for the cluster',
  action: 'spectrocloud:cluster:wait',
  input: { ...place, clusterUid, until: 'healthy', pollSeconds: 5 },
};
const attach = {
  id: 'attach',
  name: 'Attach an add-on',
  action: 'spectrocloud:profile:attach',
  input: { ...place, clusterUid, profileUid: '${{ parameters.profile }}' },
};
const remove = {
  id: 'remove',
  name: 'Delete the cluster',
  action: 'spectrocloud:cluster:delete',
  input: {
    ...place,
    clusterUid,
    clusterName: '${{ steps.create.output.clusterName }}',
    reason: 'tried out',
  },
};
const waitGone = {
  id: 'gone',
  name: 'Wait until it is gone',
  action: 'spectrocloud:cluster:wait',
  input: { ...place, clusterUid, until: 'deleted', pollSeconds: 5 },
};
const kubeconfig = {
  id: 'kubeconfig',
  name: 'Fetch the kubeconfig',
  action: 'spectrocloud:cluster:kubeconfig',
  input: { ...place, clusterUid, kind: 'admin' },
};
const look = {
  id: 'look',
  name: 'Look at the kubeconfig',
  action: 'test:look',
  input: { text: '${{ secrets.paletteKubeconfig }}' },
};
const breakDown = { id: 'break', name: 'Break', action: 'test:break' };

const template = (name: string, steps: object[]): Entity => ({
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: { name, namespace: 'default' },
  spec: {
    type: 'service',
    owner: 'user:ada',
    parameters: {},
    steps,
    output: { text: [{ title: 'Cluster', content: clusterUid }] },
  },
});

describe('templates that create clusters', () => {
  let palette: PaletteSimulator;
  let backend: RunningBackend;
  const seen: Seen[] = [];
  let broken = false;

  /** Actions of the test: what comes after the kubeconfig, and what fails once. */
  const testActions = createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'test',
    register(env) {
      env.registerInit({
        deps: {
          actions: scaffolderActionsExtensionPoint,
          database: coreServices.database,
        },
        async init({ actions, database }) {
          actions.addActions(
            createTemplateAction({
              id: 'test:look',
              schema: { input: { text: z => z.string() } },
              async handler({ input }) {
                const client = await database.getClient();
                seen.push({
                  text: input.text,
                  stored: JSON.stringify([
                    await client('tasks').select(),
                    await client('task_events').select(),
                  ]),
                });
              },
            }),
            createTemplateAction({
              id: 'test:break',
              schema: { input: {} },
              async handler() {
                if (broken) throw new Error('broken on purpose');
              },
            }),
          );
        },
      });
    },
  });

  beforeAll(async () => {
    palette = await startPaletteSimulator({
      settings: { clusterChangeSeconds: 2 },
    });
    backend = await startBackend({
      paletteUrl: palette.url,
      without: ['demo users'],
      config: {
        scaffolder: { taskRecovery: { enabled: true } },
        spectrocloud: { callTimeout: { seconds: 2 } },
      },
      features: [
        scaffolderPlugin,
        scaffolderModule,
        testActions,
        catalogServiceMock.factory({
          entities: [
            ...demoUsers,
            template('create', [create]),
            template('whole', [create, wait, kubeconfig, look]),
            template('keyed', [createKeyed]),
            template('life', [create, wait, attach, remove, waitGone]),
            template('twice', [
              create,
              remove,
              { ...remove, id: 'again' },
              waitGone,
            ]),
            template('breaks', [create, breakDown]),
          ],
        }),
      ],
    });
  });

  afterAll(async () => {
    await backend?.stop();
    await palette?.close();
  });

  beforeEach(() => {
    palette.control.reset();
    seen.length = 0;
    broken = false;
  });

  const signIn = async (email: string) => {
    const browser = new PaletteBrowser(backend);
    await browser.signIn(email);
    return browser;
  };
  const json = async (browser: PaletteBrowser, path: string) =>
    (await browser.fetch(path)).json();
  const projectOf = async (browser: PaletteBrowser) => {
    const { projects } = await json(browser, '/api/spectrocloud/projects');
    return projects.find(
      ({ metadata }: { metadata: { name: string } }) =>
        metadata.name === 'payments',
    ).metadata.uid as string;
  };
  const send = async (browser: PaletteBrowser, path: string, body: object) => {
    const response = await browser.fetch(`/api/scaffolder/v2/tasks${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(201);
    return ((await response.json()) as { id: string }).id;
  };
  const start = (
    browser: PaletteBrowser,
    name: string,
    values: Record<string, unknown>,
  ) => send(browser, '', { templateRef: `template:default/${name}`, values });
  /** Waits until the task has ended. */
  const end = async (browser: PaletteBrowser, id: string) => {
    for (;;) {
      const { status } = await json(browser, `/api/scaffolder/v2/tasks/${id}`);
      if (status !== 'open' && status !== 'processing') {
        const events = await json(
          browser,
          `/api/scaffolder/v2/tasks/${id}/events`,
        );
        return { status, log: JSON.stringify(events) };
      }
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  };
  const creations = () =>
    palette.control
      .requests()
      .filter(
        ({ method, path }) =>
          method === 'POST' && path === '/v1/spectroclusters/eks',
      );

  it('create, wait and hand the kubeconfig to later steps alone, as the user', async () => {
    const ada = await signIn(ADA);
    const values = { project: await projectOf(ada), name: 'from-template' };
    const { status, log } = await end(ada, await start(ada, 'whole', values));
    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(creations()).toHaveLength(1);
    expect(creations()[0]).toMatchObject({ auth: 'session', user: ADA });
    expect(log).toContain('The cluster is Provisioning');
    expect(log).toContain('its health is Healthy');

    const [{ text, stored }] = seen;
    expect(text).toContain('kind: Config');
    const secret = /(?:client-key-data|token): "?([\w+/=.-]{16,})/.exec(
      text,
    )?.[1];
    expect(secret).toBeDefined();
    for (const written of [stored, log, backend.logs.join('\n')]) {
      expect(written).not.toContain(secret);
      expect(written).not.toContain('kind: Config');
    }
  });

  it('create a cluster once, when the task is started over', async () => {
    const ada = await signIn(ADA);
    const values = { project: await projectOf(ada), name: 'started-over' };
    broken = true;
    const id = await start(ada, 'breaks', values);
    expect((await end(ada, id)).status).toBe('failed');
    broken = false;
    await send(ada, `/${id}/retry`, {});
    expect(await end(ada, id)).toMatchObject({ status: 'completed' });
    expect(creations()).toHaveLength(1);
  });

  it(`create a cluster once, when Palette's answer is lost, and again when nothing is noted of it`, async () => {
    const ada = await signIn(ADA);
    const values = { project: await projectOf(ada), name: 'lost-answer' };
    palette.control.delay({
      ms: 3_000,
      when: 'after',
      path: '/v1/spectroclusters/eks',
      method: 'POST',
    });
    const first = await end(ada, await start(ada, 'keyed', values));
    expect(first).toMatchObject({ status: 'completed' });
    expect(first.log).toContain('Palette gave no clear answer');
    const second = await end(ada, await start(ada, 'keyed', values));
    expect(second).toMatchObject({ status: 'completed' });
    expect(second.log).toContain('was created by this step before');
    expect(creations()).toHaveLength(1);
  });

  it('attach a profile, delete the cluster, and see it gone', async () => {
    const ada = await signIn(ADA);
    const project = await projectOf(ada);
    const { profiles } = await json(
      ada,
      `/api/spectrocloud/projects/${project}/profiles`,
    );
    const addOn = profiles.find(
      ({ spec }: { spec: { type: string } }) => spec.type === 'add-on',
    );
    const values = { project, name: 'short-life', profile: addOn.metadata.uid };
    const { status, log } = await end(ada, await start(ada, 'life', values));
    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(log).toContain('Palette attaches the profile');
    expect(log).toContain("Palette deletes the cluster 'short-life'");
    const { clusters } = await json(ada, '/api/spectrocloud/clusters');
    const names = clusters.map(
      ({ metadata }: { metadata: { name: string } }) => metadata.name,
    );
    expect(names).not.toContain('short-life');
  });

  it('delete a cluster once', async () => {
    const ada = await signIn(ADA);
    const values = { project: await projectOf(ada), name: 'deleted-twice' };
    const { status, log } = await end(ada, await start(ada, 'twice', values));
    expect({ status, log }).toMatchObject({ status: 'completed' });
    expect(log).toContain('is gone or going already');
  });

  it('say where to sign in when the Palette session has ended', async () => {
    const ada = await signIn(ADA);
    const values = { project: await projectOf(ada), name: 'signed-out' };
    palette.control.revokeSessions(ADA);
    const { status, log } = await end(ada, await start(ada, 'create', values));
    expect(status).toBe('failed');
    expect(log).toContain(
      "needs your Palette session, which has ended. Open http://localhost:3000, sign in to Palette again, and start the task again from the step 'Create the cluster'.",
    );
    expect(creations()).toHaveLength(0);
  });

  it(`are held to the rights of the user`, async () => {
    const ada = await signIn(ADA);
    const dana = await signIn(DANA);
    const { projects } = await json(ada, '/api/spectrocloud/projects');
    const visible = await json(dana, '/api/spectrocloud/projects');
    const uids = new Set(
      visible.projects.map(
        ({ metadata }: { metadata: { uid: string } }) => metadata.uid,
      ),
    );
    const foreign = projects.find(
      ({ metadata }: { metadata: { uid: string } }) => !uids.has(metadata.uid),
    ).metadata.uid;
    const { status, log } = await end(
      dana,
      await start(dana, 'create', { project: foreign, name: 'not-mine' }),
    );
    expect(status).toBe('failed');
    expect(log).toContain("Creating the cluster 'not-mine' failed");
    expect(creations()).toHaveLength(0);
  });
});
