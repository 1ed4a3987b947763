import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { refusal } from '../__testUtils__/refusal';
import { PATIENT, renderPalette } from '../__testUtils__/renderPalette';

const PAGE = '/palette/clusters/uid-1';

jest.setTimeout(60_000);

describe('VariablesDialog', () => {
  it('edits variables: only what was changed, never a secret untouched', async () => {
    const variable = {
      required: false,
      hidden: false,
      immutable: false,
      isSensitive: false,
    };
    const changeClusterVariables = jest.fn(async () => {
      throw refusal([
        { field: '0.variables.days', message: 'should be less than 90' },
      ]);
    });
    renderPalette(`${PAGE}?action=variables`, {
      listClusterVariables: async () => [
        {
          profileUid: 'profile-1',
          variables: [
            {
              ...variable,
              name: 'days',
              displayName: 'Retention',
              value: '14',
              regex: '^[0-9]+$',
            },
            { ...variable, name: 'key', isSensitive: true },
            { ...variable, name: 'env', value: 'prod', immutable: true },
            { ...variable, name: 'inner', value: 'x', hidden: true },
          ],
        },
      ],
      changeClusterVariables,
    });
    const dialog = within(await screen.findByRole('dialog', {}, PATIENT));
    const days = await dialog.findByLabelText('Retention');
    const apply = dialog.getByRole('button', { name: 'Apply' });
    expect(apply).toBeDisabled();
    expect(dialog.getByLabelText('env')).toBeDisabled();
    expect(dialog.getByLabelText('key')).toHaveAttribute('type', 'password');
    expect(dialog.queryByLabelText('inner')).not.toBeInTheDocument();
    await userEvent.clear(days);
    await userEvent.type(days, 'x');
    expect(dialog.getByText('Has to match ^[0-9]+$')).toBeInTheDocument();
    expect(apply).toBeDisabled();
    await userEvent.clear(days);
    await userEvent.type(days, '99');
    await userEvent.click(apply);
    expect(changeClusterVariables).toHaveBeenCalledWith(
      'uid-1',
      {
        profiles: [
          {
            profileUid: 'profile-1',
            variables: [{ name: 'days', value: '99' }],
          },
        ],
      },
      expect.anything(),
    );
    await dialog.findByRole('alert');
    expect(days).toHaveAccessibleDescription('should be less than 90');
    expect(days).toHaveValue('99');
  });
});
