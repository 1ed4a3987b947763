import { screen, within } from '@testing-library/react';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { cluster } from '../../__testUtils__/paletteData';
import { PATIENT, renderPalette } from '../../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const PAGE = '/palette/clusters/uid-1?projectUid=project-1&tab=profiles';
const READY = { type: 'Ready', status: 'True' };

const profiles = [
  {
    uid: 'profile-1',
    name: 'eks-infra',
    type: 'infra',
    version: '1.2.0',
    packs: [
      { name: 'ubuntu', layer: 'os', version: '22.04' },
      { name: 'kubernetes', layer: 'k8s', version: '1.32.6' },
      { name: 'cilium', layer: 'cni', version: '1.17.0' },
    ],
  },
  {
    uid: 'profile-2',
    name: 'observability',
    type: 'add-on',
    packs: [{ name: 'prometheus', layer: 'addon', version: '70.1.0' }],
  },
];

const running = [
  { name: 'ubuntu', version: '22.04', condition: READY },
  { name: 'kubernetes', version: '1.32.4', condition: READY },
  {
    name: 'prometheus',
    version: '70.1.0',
    condition: { type: 'Ready', status: 'False', message: 'no disk' },
  },
];

/** What each item of a profile's layers says, from the top. */
const layersOf = async (name: string) =>
  within(await screen.findByRole('list', { name }, PATIENT))
    .getAllByRole('listitem')
    .map(item => item.textContent);

const show = (status: Partial<Cluster['status']>) =>
  renderPalette(PAGE, {
    getCluster: async () => ({
      ...cluster,
      spec: { ...cluster.spec, profiles },
      status: { ...cluster.status, packs: running, ...status },
    }),
  });

describe('LayerStackCard', () => {
  it('stacks the layers down to the operating system, and says what differs', async () => {
    show({});
    expect(await layersOf('eks-infra, version 1.2.0')).toEqual([
      'Network (CNI)cilium1.17.0 is wanted; Palette doesn’t tell what runs',
      'Kuberneteskubernetes1.32.4 runs, 1.32.6 is wanted',
      'Operating systemubuntu22.04 runs, as wanted',
    ]);
    expect(await layersOf('observability')).toEqual([
      'Add-onprometheus70.1.0 runs, as wantedno disk',
    ]);
    expect(
      screen.getByText('2 of 4 layers are not as wanted'),
    ).toBeInTheDocument();
    const names = screen
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent);
    expect(names).toEqual(['observability', 'eks-infra, version 1.2.0']);
  });

  it('leads to the version of the profile that the cluster has', async () => {
    show({});
    expect(
      await screen.findByRole(
        'link',
        { name: 'eks-infra, version 1.2.0' },
        PATIENT,
      ),
    ).toHaveAttribute('href', expect.stringContaining('/profiles/profile-1'));
  });

  it('warns of what differs', async () => {
    show({});
    await layersOf('observability');
    expect(screen.getAllByLabelText('Status warning')).toHaveLength(3);
  });

  it('warns of nothing while Palette is at work on it', async () => {
    show({ upgrading: true });
    await layersOf('observability');
    expect(screen.queryByLabelText('Status warning')).not.toBeInTheDocument();
  });

  it('says so where all is as wanted', async () => {
    show({
      packs: profiles.flatMap(({ packs }) =>
        packs.map(({ name, version }) => ({
          name,
          version,
          condition: READY,
        })),
      ),
    });
    expect(
      await screen.findByText('Every layer runs as wanted', {}, PATIENT),
    ).toBeInTheDocument();
  });
});
