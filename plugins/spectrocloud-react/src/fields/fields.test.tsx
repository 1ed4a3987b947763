import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ChoiceField } from './ChoiceField';
import { FlagField } from './FlagField';
import { SuggestField } from './SuggestField';

const options = [{ value: 'a', label: 'First' }, { value: 'b' }];

describe('ChoiceField', () => {
  it('offers nothing and all options, by their labels', async () => {
    const onChange = jest.fn();
    renderInTestApp(
      <ChoiceField
        id="x"
        label="Zone"
        value=""
        options={options}
        onChange={onChange}
      />,
    );
    const choice = await screen.findByRole('combobox', { name: 'Zone' });
    expect(
      screen.getAllByRole('option').map(({ textContent }) => textContent),
    ).toEqual(['Choose…', 'First', 'b']);
    await userEvent.selectOptions(choice, 'First');
    expect(onChange).toHaveBeenCalledWith('a');
  });

  it('shows a value that is not offered any more', async () => {
    renderInTestApp(
      <ChoiceField
        id="x"
        label="Zone"
        value="gone"
        options={options}
        onChange={() => {}}
      />,
    );
    expect(
      await screen.findByRole('combobox', { name: 'Zone' }),
    ).toHaveDisplayValue('gone');
  });
});

describe.each([
  [
    'ChoiceField',
    <ChoiceField
      id="x"
      label="Field"
      help="Wrong."
      wrong
      describedBy="more"
      value=""
      options={options}
      onChange={() => {}}
    />,
  ],
  [
    'SuggestField',
    <SuggestField
      id="x"
      label="Field"
      help="Wrong."
      wrong
      describedBy="more"
      value=""
      onChange={() => {}}
    />,
  ],
  [
    'FlagField',
    <FlagField
      id="x"
      label="Field"
      help="Wrong."
      wrong
      describedBy="more"
      value={false}
      onChange={() => {}}
    />,
  ],
])('%s', (_name, field) => {
  it('is described by its help and by what stands elsewhere', async () => {
    renderInTestApp(
      <>
        {field}
        <p id="more">More of it.</p>
      </>,
    );
    expect(await screen.findByLabelText('Field')).toHaveAccessibleDescription(
      'Wrong. More of it.',
    );
    expect(screen.getByRole('alert')).toHaveTextContent('Wrong.');
  });
});
