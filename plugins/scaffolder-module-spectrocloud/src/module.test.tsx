import { useApi } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import { formFieldsApiRef } from '@backstage/plugin-scaffolder-react/alpha';
import { screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import scaffolderSpectroCloudModule from '.';
import { FIELDS } from './__testUtils__/fields';

/** Names the fields that a form would have. */
const Probe = () => {
  const api = useApi(formFieldsApiRef);
  const [names, setNames] = useState('');
  useEffect(() => {
    api.loadFormFields().then(fields =>
      setNames(
        (fields as unknown as { name: string }[])
          .map(({ name }) => name)
          .filter(name => name.startsWith('SpectroCloud'))
          .sort()
          .join(),
      ),
    );
  }, [api]);
  return <p data-testid="names">{names}</p>;
};

jest.setTimeout(60_000);

describe('scaffolderSpectroCloudModule', () => {
  it('adds every field to the scaffolder of the new front-end system', async () => {
    renderInTestApp(<Probe />, {
      features: [scaffolderPlugin, scaffolderSpectroCloudModule],
    });
    const expected = FIELDS.map(({ name }) => name).sort();
    expect(await screen.findByText(expected.join())).toBeInTheDocument();
  });
});
