import { coreApis } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  SecretsContextProvider,
  useTemplateSecrets,
} from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';
import { FIELDS } from './fields';

/** A field of a template's form. */
export interface FormField {
  'ui:field': string;
  'ui:options'?: object;
  title?: string;
  description?: string;
  type?: string;
}

const Secrets = ({ onSecrets }: { onSecrets: (all: object) => void }) => {
  onSecrets(useTemplateSecrets().secrets);
  return null;
};

/** Shows the scaffolder's own form with these fields, one page of a template. */
export function renderForm(
  properties: Record<string, FormField>,
  api: SpectroCloudApi,
  options: {
    required?: string[];
    initialState?: Record<string, never>;
    language?: string;
  } = {},
) {
  const { required = [], language = 'en' } = options;
  const onCreate = jest.fn(async () => {});
  const secrets: { all: object } = { all: {} };
  const typed = Object.fromEntries(
    Object.entries(properties).map(([name, field]) => [
      name,
      { type: 'string', ...field },
    ]),
  );
  renderInTestApp(
    <SecretsContextProvider>
      <Secrets onSecrets={all => (secrets.all = all)} />
      <Stepper
        manifest={{
          title: 'Template',
          steps: [
            {
              title: 'Page',
              schema: { type: 'object', required, properties: typed },
            },
          ],
        }}
        extensions={FIELDS}
        initialState={options.initialState}
        onCreate={onCreate}
      />
    </SecretsContextProvider>,
    {
      apis: [
        [spectroCloudApiRef, api],
        [
          coreApis.appLanguage,
          mockApis.appLanguage({
            defaultLanguage: language,
            availableLanguages: ['en', 'de'],
          }),
        ],
      ],
    },
  );
  const user = userEvent.setup();
  return {
    user,
    secrets,
    onCreate,
    /** What the template would be run with. */
    async submit() {
      await user.click(screen.getByRole('button', { name: 'Review' }));
      await user.click(await screen.findByRole('button', { name: 'Create' }));
      return onCreate.mock.calls.at(-1) as unknown as [Record<string, unknown>];
    },
  };
}

/** A select that Palette has answered. */
export async function findChoice(name: string, option: string) {
  await screen.findByRole('option', { name: option });
  return screen.getByRole('combobox', { name: new RegExp(`^${name}`) });
}
