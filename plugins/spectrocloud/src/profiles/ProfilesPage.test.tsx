import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ClusterProfile } from '@terasky/backstage-plugin-spectrocloud-common';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

jest.setTimeout(60_000);

const VERSIONS = [
  { uid: 'aws-1', version: '1.2.0' },
  { uid: 'aws-2', version: '1.10.0' },
];

const profile = (
  { uid, version }: (typeof VERSIONS)[number],
  kubernetes: string,
  inUse: string[] = [],
): ClusterProfile => ({
  metadata: { uid, name: 'aws-infra', annotations: { scope: 'tenant' } },
  spec: {
    type: 'infra',
    cloudType: 'aws',
    description: 'IaaS clusters',
    version,
    versions: VERSIONS,
    packs: [{ name: 'kubernetes', layer: 'k8s', version: kubernetes }],
  },
  status: {
    isPublished: true,
    inUseClusters: inUse.map(name => ({ uid: name, name })),
  },
});

const OLD = profile(VERSIONS[0], '1.31.9', ['uid-1', 'uid-2']);
const NEW = profile(VERSIONS[1], '1.32.6', ['uid-3']);

const answers = {
  searchProfiles: jest.fn(async () => [OLD, NEW]),
  getProfile: jest.fn(async (uid: string) => (uid === 'aws-1' ? OLD : NEW)),
  listProfileVariables: jest.fn(async () => [
    { name: 'replicas', required: true, defaultValue: '2', format: 'number' },
  ]),
};

describe('ProfilesPage', () => {
  it('shows one row a profile of all projects, its versions in order, and who is behind', async () => {
    renderPalette('/palette/profiles', answers);
    await screen.findByText('1 profile', {}, PATIENT);
    expect(answers.searchProfiles).toHaveBeenCalledWith(
      {},
      expect.not.objectContaining({ projectUid: expect.anything() }),
    );
    const [, row] = screen.getAllByRole('row');
    const links = within(row).getAllByRole('link');
    expect(
      links.map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['aws-infra', '/palette/profiles/aws-2'],
      ['1.10.0', '/palette/profiles/aws-2'],
      ['1.2.0', '/palette/profiles/aws-1'],
    ]);
    expect(row).toHaveTextContent('2 clusters behind');
  });

  it('has the profiles by name, in whatever order Palette lists them', async () => {
    const named = (name: string): ClusterProfile => ({
      ...NEW,
      metadata: { ...NEW.metadata, uid: name, name },
    });
    renderPalette('/palette/profiles', {
      searchProfiles: async () => ['vsphere-10', 'aws', 'vsphere-9'].map(named),
    });
    await screen.findByText('3 profiles', {}, PATIENT);
    expect(
      screen.getAllByRole('rowheader').map(({ textContent }) => textContent),
    ).toEqual(['aws', 'vsphere-9', 'vsphere-10']);
  });

  it('shows the clusters of each version, with their states', async () => {
    renderPalette('/palette/profiles/aws-2', answers);
    expect(
      await screen.findByRole('heading', { name: '1.2.0' }, PATIENT),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: '1.10.0 (shown here, newest)' }),
    ).toBeInTheDocument();
    const item = screen.getByRole('link', { name: 'uid-1' }).closest('li');
    await waitFor(() => expect(item).toHaveTextContent('Running'));
    expect(screen.getByText('replicas')).toBeInTheDocument();
    expect(screen.getByText('required')).toBeInTheDocument();
  });

  it('compares with the version that is chosen', async () => {
    renderPalette('/palette/profiles/aws-2', answers);
    await userEvent.selectOptions(
      await screen.findByLabelText('Compare with version', {}, PATIENT),
      '1.2.0',
    );
    expect(
      await screen.findByRole('table', { name: 'Compare versions' }),
    ).toHaveTextContent('PackLayer1.2.01.10.0kubernetesKubernetes1.31.91.32.6');
  });
});
