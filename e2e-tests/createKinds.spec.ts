import { expect, test } from '@playwright/test';
import { CLUSTER_KINDS, type ClusterKind } from './support/clusterKinds';
import { expectAccessible } from './support/looks';
import { openClustersAs } from './support/signIn';
import { control, creations, DANA } from './support/simulator';
import {
  createButton,
  field,
  fillIn,
  next,
  openWizard,
} from './support/wizard';

test.beforeEach(() => control('reset'));

/** What every kind but the virtual one says of its pools. */
function poolConfigsOf({ type, pools }: ClusterKind) {
  if (type === 'virtual') return [undefined];
  return Object.keys(pools).map(name => ({
    name,
    size: name === 'worker' ? 2 : 3,
    isControlPlane: name !== 'worker',
    labels: [name],
    ...(name !== 'worker' && { useControlPlaneAsWorker: false }),
    updateStrategy: { type: 'RollingUpdateScaleOut' },
  }));
}

for (const kind of CLUSTER_KINDS) {
  test(`${kind.label}: Palette gets what was filled in, and the cluster is there`, async ({
    page,
  }) => {
    const name = `new-${kind.type}`;
    const isVirtual = kind.type === 'virtual';
    const fillPools = async () => {
      for (const [pool, entries] of Object.entries(kind.pools)) {
        await fillIn(
          page.getByRole('region', { name: pool, exact: true }),
          entries,
        );
      }
    };
    await openClustersAs(page, DANA.name);
    await openWizard(page);
    await page.getByRole('radio', { name: kind.label, exact: true }).check();
    await fillIn(page, kind.basics);
    await field(page, 'Name').fill(name);
    await field(page, 'Tags').fill('critical, team:payments');
    if (isVirtual) {
      await next(page, 'Profiles and size');
      await fillPools();
    } else {
      await next(page, 'Profiles');
      await page
        .getByRole('radio', { name: new RegExp(`^${kind.infrastructure}`) })
        .check();
      await next(page, 'Placement');
      await fillIn(page, kind.placement);
      await expectAccessible(page);
      await next(page, 'Node pools');
      await fillPools();
      await expectAccessible(page);
      await next(page, 'Policies');
    }
    await next(page, 'Review');
    await expect(page.getByText('Palette accepts it.')).toBeVisible();
    await createButton(page).click();
    await expect(page.getByRole('heading', { name })).toBeVisible();

    const created = await creations();
    expect(created).toMatchObject([
      {
        type: kind.type,
        user: DANA.email,
        body: {
          metadata: {
            name,
            labels: { critical: 'spectro__tag', team: 'payments' },
          },
        },
      },
    ]);
    expect(page.url()).toContain(created[0].uid);
    const { cloudConfig, machinepoolconfig, profiles } = created[0].body.spec;
    expect(cloudConfig).toEqual(kind.cloudConfig);
    expect(profiles).toHaveLength(isVirtual ? 0 : 1);
    const poolConfigs = poolConfigsOf(kind);
    expect(machinepoolconfig).toEqual(
      kind.poolConfigs.map((config, index) => ({
        cloudConfig: config,
        ...(poolConfigs[index] && { poolConfig: poolConfigs[index] }),
      })),
    );
  });
}
