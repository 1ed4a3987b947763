import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import type { Option } from '@terasky/backstage-plugin-spectrocloud-react';
import { z } from 'zod/v3';
import { checkChoice } from '../picker/checkChoice';
import { textCodec } from '../picker/ChoiceCodec';
import { createPicker } from '../picker/createPicker';
import { createValidation } from '../picker/createValidation';
import type { Needs } from '../picker/filledIn';
import type { Offering } from '../picker/Offering';
import { accountOptions, instanceOption, projectOptions } from './options';
import type { PaletteField } from './PaletteField';

const valueSchema = z
  .string()
  .describe('Name of the region, as the cloud has it');
const optionsSchema = z.object({
  ...instanceOption,
  cloudType: z
    .enum(['eks', 'aws', 'aks', 'azure', 'gcp', 'gke'])
    .describe('Kind of cluster, of a cloud that has regions'),
  ...projectOptions,
  ...accountOptions,
  cloudProjectField: z
    .string()
    .min(1)
    .default('cloudProject')
    .describe(
      'Of gcp and gke: name of the field with the project of Google Cloud',
    ),
  subscriptionField: z
    .string()
    .min(1)
    .default('subscription')
    .describe('Of azure and aks: name of the field with the subscription'),
});
type Options = z.infer<typeof optionsSchema>;

/** What an account has to be asked with besides. */
function needsOf(options: Options): Needs {
  switch (options.cloudType) {
    case 'gcp':
    case 'gke':
      return { cloudProject: { field: options.cloudProjectField } };
    case 'azure':
    case 'aks':
      return { subscription: { field: options.subscriptionField } };
    default:
      return {};
  }
}

const offering: Offering<Options, Option> = {
  word: 'region',
  optionsSchema,
  needs: options => ({
    project: { field: options.projectField, given: options.projectUid },
    account: { field: options.accountField, given: options.accountUid },
    ...needsOf(options),
  }),
  load: async ({ cloudType }, { api, values, place }) => {
    const { account = '', cloudProject, subscription } = values;
    const regions = await api.listPlacementOptions(
      { cloudType, uid: account },
      'regions',
      { cloudProject, subscription },
      place,
    );
    return regions.map(({ value, name }) => ({ value, label: name ?? value }));
  },
};

/** The regions that a cloud account can place clusters in; the value is the name of one. */
export const regionPicker: PaletteField<string, Options> = {
  name: 'SpectroCloudRegionPicker',
  component: createPicker(offering, textCodec),
  validation: createValidation(offering, checkChoice(textCodec)),
  schema: makeFieldSchema({
    output: () => valueSchema,
    uiOptions: () => optionsSchema,
  }),
};
