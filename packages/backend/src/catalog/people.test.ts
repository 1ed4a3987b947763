import { setTimeout as sleep } from 'node:timers/promises';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import {
  type RunningCatalog,
  startCatalog,
  until,
} from './__testUtils__/startCatalog';

jest.setTimeout(120_000);

const DANA = 'dev.dana@acme.example';
const OLGA = 'olga.outsider@acme.example';
const USER_ID = 'spectrocloud.com/user-id';

/** By then no scheduled run has read anything. */
const LATER = {
  frequency: { hours: 1 },
  timeout: { minutes: 1 },
  initialDelay: { hours: 1 },
};

const SIGN_IN = {
  auth: {
    providers: {
      spectrocloud: { development: { signIn: { addMissingUsers: true } } },
    },
  },
};

/** A provider whose User the catalog has a little later than it could have Palette's. */
const lateUsers = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'late-users',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addEntityProvider({
          getProviderName: () => 'late-users',
          connect: async connection => {
            void sleep(9_000).then(async () =>
              connection.applyMutation({
                type: 'full',
                entities: [
                  {
                    locationKey: 'late-users',
                    entity: {
                      apiVersion: 'backstage.io/v1alpha1',
                      kind: 'User',
                      metadata: {
                        name: 'dana',
                        annotations: {
                          'backstage.io/managed-by-location': 'url:late',
                          'backstage.io/managed-by-origin-location': 'url:late',
                        },
                      },
                      spec: { profile: { email: DANA }, memberOf: [] },
                    },
                  },
                ],
              }),
            );
          },
        });
      },
    });
  },
});

/** As a person does whom the catalog doesn't have yet. */
const signInAtLast = async (browser: PaletteBrowser, email: string) =>
  until(
    async () =>
      browser.signIn(email).catch(error => {
        if (/being added|has no user/.test(error.message)) return undefined;
        throw error;
      }),
    answer => answer !== undefined,
  );

describe('the people of a Palette in the catalog', () => {
  let catalog: RunningCatalog;

  beforeAll(async () => {
    catalog = await startCatalog({
      provider: { kinds: { users: true, teams: true } },
      config: { catalog: { processingInterval: { seconds: 3 } } },
    });
  });

  afterAll(() => catalog?.stop());

  const palettesOwn = () =>
    catalog.entities(
      'kind=user,metadata.annotations.spectrocloud.com/managed-by=demo',
    );

  it('are users and groups, and nobody is there twice', async () => {
    const emails = async () =>
      (await palettesOwn()).map(
        ({ spec }) => (spec?.profile as { email: string }).email,
      );
    const has = (email: string) => (found: string[]) => found.includes(email);
    await until(emails, has(OLGA));
    // By the e-mail address, and by Palette's uid; the first run may have come before them.
    await until(emails, found => !has('ada.admin@spectro.example')(found));
    await until(emails, found => !has('dev.dana@acme.example')(found));

    const groups = await catalog.entities(
      'kind=group,metadata.annotations.spectrocloud.com/managed-by=demo',
    );
    const admins = await until(
      async () =>
        (
          await catalog.entities(
            'kind=group,metadata.annotations.spectrocloud.com/managed-by=demo',
          )
        ).find(({ metadata }) => metadata.title === 'palette-admins'),
      group =>
        (group?.relations ?? []).some(
          ({ type, targetRef }) =>
            type === 'hasMember' && targetRef === 'user:default/ada',
        ),
    );
    expect(admins?.spec?.members).toEqual(['user:default/ada']);
    expect(groups).toHaveLength(5);
  });

  it('own what their team’s project has', async () => {
    const [team] = await catalog.entities(
      'kind=group,metadata.title=payments-developers',
    );
    const ref = `group:default/${team.metadata.name}`;
    const [project] = await catalog.entities(
      'kind=system,metadata.title=payments',
    );
    expect(project.spec?.owner).toBe(ref);
    const owned = await catalog.entities(
      `kind=resource,spec.type=kubernetes-cluster,spec.owner=${ref}`,
    );
    expect(owned.length).toBeGreaterThan(0);
  });

  it('are read where Palette fails at the summary of its teams', async () => {
    const { palette, backend } = catalog;
    palette.control.updateSettings({ teamsSummaryFails: true });
    const runs = () =>
      backend.logs.filter(line => /Read \d+ entities of Palette/.test(line))
        .length;
    const before = runs();
    // One may have been under way.
    await until(runs, count => count >= before + 2);
    expect(
      await catalog.entities(
        'kind=group,metadata.annotations.spectrocloud.com/managed-by=demo',
      ),
    ).toHaveLength(5);
    palette.control.updateSettings({ teamsSummaryFails: false });
  });

  it('annotate those whom the catalog has of another provider', async () => {
    const [ada] = await until(
      () => catalog.entities('kind=user,metadata.name=ada'),
      ([user]) => Boolean(user?.metadata.annotations?.[USER_ID]),
    );
    expect(ada.metadata.annotations?.['spectrocloud.com/managed-by']).toBe(
      undefined,
    );
  });

  it('sign in', async () => {
    const browser = await catalog.signIn(OLGA);
    const me = await browser.fetch('/api/spectrocloud/users/me');
    expect((await me.json()).email).toBe(OLGA);
  });

  it('bring nothing along that lets anybody into their accounts', async () => {
    const everything = JSON.stringify(await catalog.entities('kind=user'));
    expect(everything).not.toContain('activat');
  });
});

describe('somebody whom no run has read yet', () => {
  let catalog: RunningCatalog;

  beforeAll(async () => {
    catalog = await startCatalog({
      provider: { kinds: { users: true, teams: true }, schedule: LATER },
      config: SIGN_IN,
    });
  });

  afterAll(() => catalog?.stop());

  it('is added while signing in, and nobody else', async () => {
    const browser = new PaletteBrowser(catalog.backend);
    const answer = await signInAtLast(browser, OLGA);
    const users = await catalog.entities(
      'kind=user,metadata.annotations.spectrocloud.com/managed-by=demo',
    );
    expect(users.map(({ spec }) => spec?.profile)).toEqual([
      { displayName: 'Olga Outsider', email: OLGA },
    ]);
    expect(answer?.backstageIdentity?.identity.userEntityRef).toBe(
      `user:default/${users[0].metadata.name}`,
    );
  });

  it('is neither announced nor added where the ID token is refused', async () => {
    const { palette, backend } = catalog;
    palette.control.updateSettings({ idTokenFault: 'signature' });
    palette.control.clearRequests();
    const browser = new PaletteBrowser(backend);
    await expect(browser.signIn('noor.data@spectro.example')).rejects.toThrow();
    palette.control.updateSettings({ idTokenFault: 'none' });
    const users = await catalog.entities(
      'kind=user,spec.profile.email=noor.data@spectro.example',
    );
    expect(users).toEqual([]);
    const read = palette.control
      .requests()
      .filter(
        ({ auth, path }) => auth === 'apikey' && /users\/\w+$/.test(path),
      );
    expect(read).toEqual([]);
  });

  it('is told to come back where the catalog takes too long', async () => {
    const { palette, backend } = catalog;
    // Palette lets the person in, but not the API key read who it is.
    palette.control.fail({
      path: '/v1/users/summary',
      status: 500,
      count: 100,
    });
    const browser = new PaletteBrowser(backend);
    await expect(browser.signIn('stefan.stores@acme.example')).rejects.toThrow(
      'You are being added; try again in a minute',
    );
    palette.control.clearFaults();
  });
});

describe('somebody whom another provider brings into a new catalog', () => {
  it.each([
    ['while signing in adds those who are missing', SIGN_IN, LATER],
    ['while the first run reads Palette', {}, undefined],
  ])('stays who they are %s', async (_, config, schedule) => {
    const catalog = await startCatalog({
      provider: {
        kinds: { users: true },
        schedule: schedule ?? {
          frequency: { hours: 1 },
          timeout: { minutes: 1 },
        },
      },
      config: { ...config, catalog: { locations: [] } },
      features: [lateUsers],
    });
    try {
      const browser = new PaletteBrowser(catalog.backend);
      const answer = await signInAtLast(browser, DANA);
      expect(answer?.backstageIdentity?.identity.userEntityRef).toBe(
        'user:default/dana',
      );
      expect((await browser.refresh()).status).toBe(200);
    } finally {
      await catalog.stop();
    }
  });
});
