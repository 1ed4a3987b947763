import notificationsPlugin from '@backstage/plugin-notifications-backend';
import type { PaletteBrowser } from '../__testUtils__/PaletteBrowser';
import {
  CLUSTERS,
  type RunningCatalog,
  startCatalog,
  until,
} from './__testUtils__/startCatalog';

jest.setTimeout(120_000);

const CLUSTER = 'payments-prod-eu';

describe('owners of clusters', () => {
  let catalog: RunningCatalog;

  beforeAll(async () => {
    catalog = await startCatalog({
      features: [notificationsPlugin],
      provider: {
        kinds: { users: true, teams: true },
        notifications: { unhealthy: true },
      },
      config: { spectrocloud: { listTtl: { seconds: 0 } } },
    });
  });

  afterAll(() => catalog?.stop());

  async function titlesOf(browser: PaletteBrowser): Promise<string[]> {
    const response = await browser.fetch('/api/notifications/notifications');
    expect(response.status).toBe(200);
    const { notifications } = await response.json();
    return notifications.map(
      ({ payload }: { payload: { title: string } }) => payload.title,
    );
  }

  const runs = () =>
    catalog.backend.logs.filter(line =>
      /Read \d+ entities of Palette/.test(line),
    ).length;
  const nextRuns = async (count: number) => {
    const before = runs();
    await until(runs, now => now >= before + count);
  };

  it('are told when one becomes unhealthy, once, and again after it was well', async () => {
    const dana = await catalog.signIn('dev.dana@acme.example');
    const ada = await catalog.signIn('ada.admin@spectro.example');
    const { palette } = catalog;
    palette.control.setHealth(CLUSTER, 'Healthy');
    // Her team owns it, as far as the catalog knows by now.
    await until(
      () => catalog.entities(`${CLUSTERS},metadata.title=${CLUSTER}`),
      ([entity]) => Boolean(entity),
    );
    await until(
      () => catalog.entities('kind=group,metadata.title=payments-developers'),
      ([group]) =>
        Boolean(
          group?.relations?.some(({ type }) => type === 'hasMember') &&
          JSON.stringify(group.spec?.members) === '["user:default/dev.dana"]',
        ),
    );
    await nextRuns(2);
    expect(await titlesOf(dana)).toEqual([]);

    palette.control.setHealth(CLUSTER, 'Unhealthy');
    await until(
      () => titlesOf(dana),
      titles => titles.length > 0,
    );
    await nextRuns(2);
    expect(await titlesOf(dana)).toEqual([`${CLUSTER} is unhealthy`]);
    expect(await titlesOf(ada)).toEqual([]);

    palette.control.setHealth(CLUSTER, 'Healthy');
    await nextRuns(2);
    const sent = () =>
      catalog.backend.logs.filter(line =>
        line.includes('POST /api/notifications'),
      ).length;
    const before = sent();
    palette.control.setHealth(CLUSTER, 'UnHealthy');
    await until(sent, now => now > before);
  });
});
