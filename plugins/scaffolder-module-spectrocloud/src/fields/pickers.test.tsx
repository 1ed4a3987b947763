import { screen, waitFor } from '@testing-library/react';
import { fakePalette } from '../__testUtils__/palette';
import { findChoice, renderForm } from '../__testUtils__/renderForm';

const PAYMENTS = { uid: 'p1', name: 'payments' };
const RETAIL = { uid: 'p2', name: 'retail' };
const AWS = { uid: 'a1', name: 'aws-payments' };
const GROUP = { uid: 'g1', name: 'group-payments' };

const project = {
  type: 'object',
  'ui:field': 'SpectroCloudProjectPicker',
};
const account = {
  type: 'object',
  'ui:field': 'SpectroCloudCloudAccountPicker',
  'ui:options': { cloudType: 'eks' },
};
const region = {
  'ui:field': 'SpectroCloudRegionPicker',
  'ui:options': { cloudType: 'eks' },
};
const group = {
  type: 'object',
  'ui:field': 'SpectroCloudClusterGroupPicker',
};

jest.setTimeout(60_000);

describe('the project', () => {
  it('is one of the user’s, by its uid', async () => {
    const form = renderForm({ project }, fakePalette());
    const choice = await findChoice('Project', 'retail');
    expect(
      screen.getAllByRole('option').map(option => option.textContent),
    ).toEqual(['Choose…', 'payments', 'retail']);
    await form.user.selectOptions(choice, 'retail');
    expect(await form.submit()).toEqual([{ project: RETAIL }]);
  });

  it('is one in which such a cluster may be created, where the template says so', async () => {
    const form = renderForm(
      { project: { ...project, 'ui:options': { cloudType: 'eks' } } },
      fakePalette(),
      { required: ['project'] },
    );
    const choice = await findChoice('Project', 'payments');
    expect(screen.queryByRole('option', { name: 'retail' })).toBeNull();
    // There is nothing to choose.
    await waitFor(() => expect(choice).toHaveValue('p1'));
    expect(await form.submit()).toEqual([{ project: PAYMENTS }]);
  });

  it('says what is missing to whom may create none', async () => {
    renderForm(
      { project: { ...project, 'ui:options': { cloudType: 'virtual' } } },
      fakePalette({
        listMyProjects: async () => [
          { uid: 'p2', name: 'retail', permissions: ['cluster.get'] },
        ],
      }),
    );
    expect(
      await screen.findByText(/^Palette lets you create such clusters in none/),
    ).toBeInTheDocument();
  });

  it('asks the Palette that the template names', async () => {
    const api = fakePalette();
    renderForm(
      { project: { ...project, 'ui:options': { instance: 'onsite' } } },
      api,
    );
    await findChoice('Project', 'retail');
    expect(api.listMyProjects).toHaveBeenCalledWith(
      expect.objectContaining({ instance: 'onsite' }),
    );
  });

  it('lets nobody go on without, where it is required', async () => {
    const form = renderForm({ project }, fakePalette(), {
      required: ['project'],
    });
    const choice = await findChoice('Project', 'retail');
    await form.user.click(screen.getByRole('button', { name: 'Review' }));
    expect(choice).toBeInvalid();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
    await form.user.selectOptions(choice, 'p2');
    expect(await form.submit()).toEqual([{ project: RETAIL }]);
  });

  it('has the template’s words, which belong to the control', async () => {
    renderForm(
      { project: { ...project, title: 'Whose', description: 'Who *pays*' } },
      fakePalette(),
    );
    expect(await findChoice('Whose', 'retail')).toHaveAccessibleDescription(
      'Who pays',
    );
  });

  it('tells why Palette can’t be asked, and asks again', async () => {
    const failure = Object.assign(new Error('no'), { statusCode: 503 });
    const listMyProjects = jest
      .fn()
      .mockRejectedValueOnce(failure)
      .mockResolvedValue([{ uid: 'p1', name: 'payments', permissions: [] }]);
    const { user } = renderForm({ project }, fakePalette({ listMyProjects }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Palette doesn’t answer at the moment. Try again soon.',
    );
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await findChoice('Project', 'payments');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it.each([
    [{ statusCode: 403 }, 'You may not see this.', 'Try again'],
    [{ statusCode: 401 }, 'You are not signed in to Palette.', 'Sign in'],
    [{}, 'Something went wrong: no', 'Try again'],
  ])('has words for %j', async (members, words, button) => {
    const listMyProjects = async () => {
      throw Object.assign(new Error('no'), members);
    };
    renderForm({ project }, fakePalette({ listMyProjects }));
    expect(await screen.findByRole('alert')).toHaveTextContent(words);
    expect(screen.getByRole('button', { name: button })).toBeInTheDocument();
  });

  it('speaks German', async () => {
    renderForm({ project }, fakePalette(), { language: 'de' });
    expect(
      await screen.findByRole(
        'combobox',
        { name: /^Projekt/ },
        { timeout: 5_000 },
      ),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('option', { name: 'Bitte wählen …' }),
    ).toBeInTheDocument();
  });
});

describe('the cloud account', () => {
  it('waits for a project, then offers those of it', async () => {
    const api = fakePalette();
    const form = renderForm({ project, account }, api);
    expect(await screen.findByText('Choose a project first.')).toBeVisible();
    expect(api.listCloudAccounts).not.toHaveBeenCalled();

    await form.user.selectOptions(await findChoice('Project', 'retail'), 'p1');
    await form.user.selectOptions(
      await findChoice('Cloud account', 'aws-payments'),
      'a1',
    );
    expect(api.listCloudAccounts).toHaveBeenCalledWith(
      'eks',
      expect.objectContaining({ projectUid: 'p1' }),
    );
    expect(await form.submit()).toEqual([{ project: PAYMENTS, account: AWS }]);
  });

  it('is taken back where another project doesn’t have it, and kept where it does', async () => {
    const form = renderForm({ project, account }, fakePalette());
    const projects = await findChoice('Project', 'retail');
    await form.user.selectOptions(projects, 'p1');
    const accounts = await findChoice('Cloud account', 'aws-payments');
    await form.user.selectOptions(accounts, 'a1');
    await form.user.selectOptions(projects, 'p2');
    await screen.findByRole('option', { name: 'aws-retail' });
    expect(
      await screen.findByText(/^What was chosen before is not offered here/),
    ).toBeInTheDocument();
    expect(accounts).toHaveValue('');

    await form.user.selectOptions(accounts, 'shared');
    await form.user.selectOptions(projects, 'p1');
    await screen.findByRole('option', { name: 'aws-payments' });
    expect(accounts).toHaveValue('shared');
  });

  it('reads the project where the template says it is', async () => {
    const api = fakePalette();
    renderForm(
      {
        account: {
          ...account,
          'ui:options': { cloudType: 'eks', projectUid: 'p2' },
        },
      },
      api,
    );
    expect(await findChoice('Cloud account', 'aws-retail')).toBeEnabled();
  });

  it('tells the template’s author what the field needs', async () => {
    renderForm(
      {
        account: {
          type: 'object',
          'ui:field': 'SpectroCloudCloudAccountPicker',
        },
      },
      fakePalette(),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /^The template doesn’t set this field up .* ui:options\.cloudType: Required/,
    );
  });
});

describe('the region', () => {
  it('goes with account and project, all at once', async () => {
    const api = fakePalette();
    const form = renderForm({ project, account, region }, api);
    const projects = await findChoice('Project', 'retail');
    await form.user.selectOptions(projects, 'p1');
    await form.user.selectOptions(
      await findChoice('Cloud account', 'aws-payments'),
      'a1',
    );
    const regions = await findChoice('Region', 'Ireland');
    await form.user.selectOptions(regions, 'eu-west-1');
    expect(api.listPlacementOptions).toHaveBeenCalledTimes(1);

    // Account and region are taken back by one change.
    await form.user.selectOptions(projects, 'p2');
    expect(
      await screen.findByText('Choose a cloud account first.'),
    ).toBeInTheDocument();
    expect(await form.submit()).toEqual([{ project: RETAIL }]);
  });

  it('needs the subscription that Azure asks with', async () => {
    renderForm(
      {
        region: {
          ...region,
          'ui:options': {
            cloudType: 'aks',
            projectUid: 'p1',
            accountUid: 'a1',
          },
        },
      },
      fakePalette(),
    );
    expect(
      await screen.findByText('Fill in the subscription of Azure first.'),
    ).toBeInTheDocument();
  });
});

describe('the cluster group', () => {
  it('is one of the project’s, and says where there is none', async () => {
    const form = renderForm({ project, group }, fakePalette());
    const projects = await findChoice('Project', 'retail');
    await form.user.selectOptions(projects, 'p1');
    await form.user.selectOptions(
      await findChoice('Cluster group', 'group-payments'),
      'g1',
    );
    expect(await form.submit()).toEqual([{ project: PAYMENTS, group: GROUP }]);
  });

  it('says where the project has none', async () => {
    const form = renderForm({ project, group }, fakePalette());
    await form.user.selectOptions(await findChoice('Project', 'retail'), 'p2');
    expect(
      await screen.findByText(/^The project has no cluster group/),
    ).toBeInTheDocument();
  });
});

describe('what is filled in before', () => {
  it('is taken back where Palette doesn’t offer it', async () => {
    renderForm({ project }, fakePalette(), {
      initialState: { project: { uid: 'elsewhere', name: 'x' } as never },
    });
    const choice = await findChoice('Project', 'retail');
    await waitFor(() =>
      expect(choice).toHaveAccessibleDescription(/^What was chosen before/),
    );
    expect(choice).toHaveValue('');
  });

  it('gets the name that Palette has for it', async () => {
    const form = renderForm({ project }, fakePalette(), {
      initialState: { project: { uid: 'p2', name: 'payments' } as never },
    });
    const choice = await findChoice('Project', 'retail');
    await waitFor(() => expect(choice).toHaveDisplayValue('retail'));
    expect(await form.submit()).toEqual([{ project: RETAIL }]);
  });
});
