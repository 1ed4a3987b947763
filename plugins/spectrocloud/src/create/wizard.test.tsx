import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PATIENT, renderPalette, USER } from '../__testUtils__/renderPalette';
import { filledDraft } from './__testUtils__/drafts';
import { newDraft } from './model/Draft';
import { writeDraft } from './model/draftStore';

const PATH = '/palette/clusters/create';

const PROFILES = [
  ['infra-1', 'infra', 'infra', 'eks'],
  ['addon-1', 'observability', 'add-on', 'all'],
].map(([uid, name, type, cloudType]) => ({
  metadata: { uid, name },
  spec: { type, cloudType, version: '1.0.0', versions: [], packs: [] },
  status: { isPublished: true },
}));

const answers = (more: Partial<SpectroCloudApi> = {}) =>
  ({
    listMyProjects: jest.fn(async () => [
      {
        uid: 'project-1',
        name: 'payments',
        permissions: ['cluster.create'],
      },
      { uid: 'project-2', name: 'others', permissions: ['cluster.get'] },
    ]),
    listCloudAccounts: jest.fn(async () => [
      { metadata: { uid: 'account-1', name: 'aws-main' } },
    ]),
    searchProfiles: jest.fn(async () => PROFILES),
    listProfileVariables: jest.fn(async (uid: string) =>
      uid === 'addon-1'
        ? [
            { name: 'retention_days', format: 'number', defaultValue: '14' },
            { name: 'pager_key', isSensitive: true },
          ]
        : [],
    ),
    listPlacementOptions: jest.fn(async () => [{ value: 'eu-west-1' }]),
    validateCluster: jest.fn(async () => ({ valid: true, findings: [] })),
    estimateCluster: jest.fn(async () => ({ total: 1, pools: [] })),
    createCluster: jest.fn(async () => ({ uid: 'uid-1' })),
    ...more,
  }) as Partial<SpectroCloudApi>;

/** Opens the wizard at the review of a cluster in which nothing is missing. */
async function openReview(more: Partial<SpectroCloudApi> = {}) {
  writeDraft(sessionStorage, USER, { ...filledDraft('eks'), step: 'review' });
  const api = answers(more);
  renderPalette(PATH, api);
  await screen.findByText('Palette accepts it.', {}, PATIENT);
  return api;
}

const create = () => screen.getByRole('button', { name: 'Create' });

jest.setTimeout(120_000);

describe('the wizard', () => {
  beforeEach(() => sessionStorage.clear());

  it('is reached from the list by who may create clusters', async () => {
    renderPalette('/palette/clusters');
    expect(
      await screen.findByRole('link', { name: 'Create cluster' }, PATIENT),
    ).toHaveAttribute('href', PATH);
  });

  it('offers the projects in which Palette lets the user, and takes the only one', async () => {
    const api = answers();
    renderPalette(PATH, api);
    const project = await screen.findByLabelText(/^Project/, {}, PATIENT);
    await waitFor(() => expect(project).toHaveValue('project-1'));
    expect(
      within(project)
        .getAllByRole('option')
        .map(({ textContent }) => textContent),
    ).toEqual(['payments']);
    await waitFor(() =>
      expect(api.listCloudAccounts).toHaveBeenCalledWith(
        'eks',
        expect.objectContaining({ projectUid: 'project-1' }),
      ),
    );
    expect(api.searchProfiles).not.toHaveBeenCalled();
  });

  it('says what is missing beside it, and goes there', async () => {
    renderPalette(PATH, answers());
    const name = await screen.findByRole('textbox', { name: 'Name' }, PATIENT);
    await userEvent.type(name, 'Not a name');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    const account = screen.getByLabelText(/^Cloud account/);
    await waitFor(() => expect(account).toHaveFocus());
    expect(account).toBeInvalid();
    expect(name).toHaveAccessibleDescription(/^A letter first.*63 at most/);
    expect(
      screen.getByRole('heading', { name: 'Kind and name' }),
    ).toBeInTheDocument();
  });

  it('asks for what profiles want, and keeps secrets out of storage', async () => {
    writeDraft(sessionStorage, USER, {
      ...filledDraft('eks'),
      step: 'profiles',
      variables: {},
    });
    renderPalette(PATH, answers());
    const days = await screen.findByRole(
      'textbox',
      { name: 'retention_days' },
      PATIENT,
    );
    expect(days).toHaveValue('14');
    await userEvent.clear(days);
    await userEvent.type(days, '30');
    await userEvent.type(screen.getByLabelText('pager_key'), 's3cret');
    const stored = sessionStorage.getItem(sessionStorage.key(0)!);
    expect(stored).toContain('"retention_days":"30"');
    expect(stored).not.toContain('s3cret');
  });

  it('creates once, whatever is clicked, and forgets the draft', async () => {
    const api = await openReview();
    await userEvent.dblClick(create());
    expect(
      await screen.findByRole('heading', { name: 'payments-prod' }, PATIENT),
    ).toBeInTheDocument();
    expect(api.createCluster).toHaveBeenCalledTimes(1);
    expect(api.createCluster).toHaveBeenCalledWith(
      expect.objectContaining({
        cloudType: 'eks',
        metadata: expect.objectContaining({ name: 'orders-eu' }),
      }),
      { projectUid: 'project-1', instance: undefined },
    );
    expect(sessionStorage).toHaveLength(0);
  });

  it('does not try again where nobody knows what became of it', async () => {
    const api = await openReview({
      createCluster: jest.fn(async () => {
        throw Object.assign(new Error('gone'), { statusCode: 504 });
      }),
    });
    await userEvent.click(create());
    expect(
      await screen.findByText(/^There is no answer that says/),
    ).toBeInTheDocument();
    expect(create()).toBeDisabled();
    expect(sessionStorage).toHaveLength(1);
    await userEvent.click(
      screen.getByRole('button', { name: /^It is not there/ }),
    );
    expect(create()).toBeEnabled();
    expect(api.createCluster).toHaveBeenCalledTimes(1);
  });

  it("puts Palette's findings beside their fields", async () => {
    writeDraft(sessionStorage, USER, { ...filledDraft('eks'), step: 'review' });
    renderPalette(
      PATH,
      answers({
        validateCluster: jest.fn(async () => ({
          valid: false,
          findings: [
            { field: 'machinePools.worker', message: 'Too few addresses' },
            { field: 'profiles.addon-1.retention_days', message: 'Too long' },
            { field: 'somewhere', message: 'Something else' },
          ],
        })),
      }),
    );
    await screen.findByText(/Too few addresses/, {}, PATIENT);
    expect(screen.getByText(/somewhere: Something else/)).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Go to Profiles' }),
    );
    const days = await screen.findByRole('textbox', {
      name: 'retention_days',
    });
    expect(days).toHaveAccessibleDescription('Palette says: Too long');
    await userEvent.type(days, '1');
    expect(screen.queryByText(/^Palette says/)).toBeNull();
  });

  it('takes any value where Palette has no list', async () => {
    writeDraft(sessionStorage, USER, {
      ...filledDraft('eks', { region: '' }),
      step: 'placement',
    });
    renderPalette(
      PATH,
      answers({
        listPlacementOptions: jest.fn(async () => {
          throw new Error('no');
        }),
      }),
    );
    const region = await screen.findByRole(
      'textbox',
      { name: 'Region' },
      PATIENT,
    );
    await waitFor(() =>
      expect(region).toHaveAccessibleDescription(/could not be read/),
    );
    await userEvent.type(region, 'eu-west-1');
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(
      await screen.findByRole('heading', { name: 'Node pools' }),
    ).toBeInTheDocument();
  });

  it('adds pools, labels and taints, by the keyboard too', async () => {
    writeDraft(sessionStorage, USER, { ...filledDraft('aws'), step: 'pools' });
    renderPalette(PATH, answers());
    const add = await screen.findByRole(
      'button',
      { name: 'Add a node pool' },
      PATIENT,
    );
    add.focus();
    await userEvent.keyboard('{Enter}');
    const pool = await screen.findByRole('region', { name: 'worker-2' });
    await userEvent.click(
      within(pool).getByRole('button', { name: 'Add a taint' }),
    );
    await userEvent.type(within(pool).getByLabelText('Key'), 'gpu');
    await userEvent.selectOptions(
      within(pool).getByLabelText(/^Effect/),
      'NoExecute',
    );
    expect(sessionStorage.getItem(sessionStorage.key(0)!)).toContain(
      '"taints":[{"key":"gpu","value":"","effect":"NoExecute"}]',
    );
    expect(
      within(screen.getByRole('region', { name: 'control-plane' })).queryByRole(
        'button',
        { name: /^Remove/ },
      ),
    ).toBeNull();
  });

  it('speaks German to whom has chosen it', async () => {
    writeDraft(sessionStorage, USER, newDraft('virtual'));
    renderPalette(PATH, answers(), { language: 'de' });
    expect(
      await screen.findByRole(
        'heading',
        { name: 'Einen Cluster anlegen' },
        PATIENT,
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByText('3. Prüfung', {}, PATIENT),
    ).toBeInTheDocument();
  });
});
