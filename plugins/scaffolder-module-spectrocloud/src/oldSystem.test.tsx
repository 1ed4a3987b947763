import {
  ScaffolderFieldExtensions,
  useCustomFieldExtensions,
} from '@backstage/plugin-scaffolder-react';
import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import {
  SpectroCloudCloudAccountPickerFieldExtension,
  SpectroCloudClusterGroupPickerFieldExtension,
  SpectroCloudProfilePickerFieldExtension,
  SpectroCloudProfileVariablesFieldExtension,
  SpectroCloudProjectPickerFieldExtension,
  SpectroCloudRegionPickerFieldExtension,
} from '.';
import { FIELDS } from './__testUtils__/fields';

/** Names what the page of the scaffolder finds below itself. */
const Probe = ({ children }: { children: ReactNode }) => {
  const found = useCustomFieldExtensions(children) as unknown as {
    name: string;
    component: unknown;
    validation: unknown;
    schema: { returnValue: unknown };
  }[];
  return (
    <ul>
      {found.map(({ name, component, validation, schema }) => (
        <li key={name}>
          {component && validation && schema.returnValue ? name : 'incomplete'}
        </li>
      ))}
    </ul>
  );
};

describe('an app of the old front-end system', () => {
  it('has every field, with its check and its schema', async () => {
    await renderInTestApp(
      <Probe>
        <ScaffolderFieldExtensions>
          <SpectroCloudCloudAccountPickerFieldExtension />
          <SpectroCloudClusterGroupPickerFieldExtension />
          <SpectroCloudProfilePickerFieldExtension />
          <SpectroCloudProfileVariablesFieldExtension />
          <SpectroCloudProjectPickerFieldExtension />
          <SpectroCloudRegionPickerFieldExtension />
        </ScaffolderFieldExtensions>
      </Probe>,
    );
    expect(
      screen
        .getAllByRole('listitem')
        .map(item => item.textContent)
        .sort(),
    ).toEqual(FIELDS.map(({ name }) => name).sort());
  });
});
