import { screen, waitFor } from '@testing-library/react';
import { fakePalette } from '../__testUtils__/palette';
import { findChoice, renderForm } from '../__testUtils__/renderForm';

const projectUid = 'p1';
const infrastructure = {
  type: 'object',
  'ui:field': 'SpectroCloudProfilePicker',
  'ui:options': { cloudType: 'eks', kind: 'infrastructure', projectUid },
};
const addOn = {
  type: 'object',
  'ui:field': 'SpectroCloudProfilePicker',
  'ui:options': { cloudType: 'eks', kind: 'add-on', projectUid },
};
const variables = {
  type: 'array',
  'ui:field': 'SpectroCloudProfileVariables',
  'ui:options': { projectUid, profileField: 'addOn' },
};

jest.setTimeout(60_000);

describe('the profile', () => {
  it('is of its kind, and in its newest version unless another is chosen', async () => {
    const form = renderForm({ infrastructure, addOn }, fakePalette());
    await waitFor(() =>
      expect(screen.getAllByRole('option', { name: 'eks-base' })).toHaveLength(
        1,
      ),
    );
    const [base, , added] = screen.getAllByRole('combobox');
    await form.user.selectOptions(base, 'eks-base');
    await form.user.selectOptions(added, 'logging');
    expect(screen.getAllByRole('combobox')[1]).toHaveDisplayValue('1.10.0');
    await form.user.selectOptions(screen.getAllByRole('combobox')[1], '1.2.0');
    expect(await form.submit()).toEqual([
      {
        infrastructure: {
          uid: 'eks-base-1.2.0',
          name: 'eks-base',
          version: '1.2.0',
        },
        addOn: { uid: 'logging-2.0.0', name: 'logging', version: '2.0.0' },
      },
    ]);
  });

  it('is taken for what Palette has, whatever the address of the form says', async () => {
    const form = renderForm({ addOn }, fakePalette(), {
      initialState: {
        addOn: { uid: 'logging-2.0.0', name: 'safe', version: '9' } as never,
      },
    });
    await findChoice('Profile', 'logging');
    expect(await form.submit()).toEqual([
      { addOn: { uid: 'logging-2.0.0', name: 'logging', version: '2.0.0' } },
    ]);
  });
});

describe('the variables of a profile', () => {
  async function withLogging() {
    const api = fakePalette();
    const form = renderForm({ addOn, variables }, api);
    const profiles = await findChoice('Profile', 'logging');
    await form.user.selectOptions(profiles, 'logging');
    await screen.findByLabelText(/^Token/);
    return { api, form, profiles };
  }

  it('are asked for as the profile says, once; secrets go to the task’s secrets', async () => {
    const { api, form } = await withLogging();
    expect(screen.getByRole('textbox', { name: 'Days' })).toHaveValue('14');
    expect(screen.queryByLabelText('inner')).toBeNull();
    await form.user.selectOptions(
      screen.getByRole('combobox', { name: /^Zone/ }),
      'b',
    );
    await form.user.click(screen.getByRole('checkbox', { name: 'Audit' }));
    await form.user.type(screen.getByLabelText(/^Token/), 's3cret');
    expect(api.listProfileVariables).toHaveBeenCalledTimes(1);

    const secret = 'spectrocloud.variable.logging-2.0.0.token';
    expect(await form.submit()).toEqual([
      {
        addOn: { uid: 'logging-2.0.0', name: 'logging', version: '2.0.0' },
        variables: [
          { name: 'zone', value: 'b' },
          { name: 'audit', value: 'true' },
          { name: 'token', secret },
        ],
      },
    ]);
    expect(form.secrets.all).toEqual({ [secret]: 's3cret' });
    expect(document.body.textContent).not.toContain('s3cret');
  });

  it('are checked by the profile’s rules before the form goes on', async () => {
    const { form } = await withLogging();
    const days = screen.getByRole('textbox', { name: 'Days' });
    await form.user.clear(days);
    await form.user.type(days, 'many');
    await form.user.type(screen.getByLabelText(/^Token/), 's3cret');
    expect(days).toHaveAccessibleDescription('Has to be a number.');
    await form.user.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      (await screen.findAllByText(/Days: Has to be a number\./)).length,
    ).toBeGreaterThan(0);
    expect(form.onCreate).not.toHaveBeenCalled();
  });

  it('of a profile that was left are left, secrets too', async () => {
    const { form, profiles } = await withLogging();
    await form.user.type(screen.getByLabelText(/^Token/), 's3cret');
    await form.user.selectOptions(profiles, 'tracing');
    expect(
      await screen.findByText('This profile asks for nothing.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/doesn’t belong to this profile/),
    ).toBeInTheDocument();
    expect(Object.values(form.secrets.all)).toEqual(['']);
    const [values] = await form.submit();
    expect(values.variables).toEqual([]);
  });

  it('wait for a profile', async () => {
    renderForm({ addOn, variables }, fakePalette());
    expect(
      await screen.findByText('Choose a profile first.'),
    ).toBeInTheDocument();
  });

  it('take no secret of the task for their own', async () => {
    const form = renderForm({ addOn, variables }, fakePalette(), {
      initialState: {
        addOn: {
          uid: 'logging-2.0.0',
          name: 'logging',
          version: '2.0.0',
        } as never,
        variables: [{ name: 'token', secret: 'backstageToken' }] as never,
      },
    });
    expect(await screen.findByLabelText(/^Token/)).toHaveValue('');
    await form.user.type(screen.getByLabelText(/^Token/), 'x');
    const [values] = await form.submit();
    expect(JSON.stringify(values)).not.toContain('backstageToken');
  });
});
