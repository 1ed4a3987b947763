import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import type { Option } from '@terasky/backstage-plugin-spectrocloud-react';
import { z } from 'zod/v3';
import { checkChoice } from '../picker/checkChoice';
import { type Named, namedCodec, namedSchema } from '../picker/ChoiceCodec';
import { createPicker } from '../picker/createPicker';
import { createValidation } from '../picker/createValidation';
import type { Offering } from '../picker/Offering';
import { cloudTypeOption, instanceOption, projectOptions } from './options';
import type { PaletteField } from './PaletteField';

const valueSchema = namedSchema.describe('The cloud account');
const optionsSchema = z.object({
  ...instanceOption,
  cloudType: cloudTypeOption,
  ...projectOptions,
});
type Options = z.infer<typeof optionsSchema>;

const offering: Offering<Options, Option> = {
  word: 'account',
  optionsSchema,
  needs: ({ projectField, projectUid }) => ({
    project: { field: projectField, given: projectUid },
  }),
  load: async ({ cloudType }, { api, place }) => {
    const accounts = await api.listCloudAccounts(cloudType, place);
    return accounts.map(({ metadata }) => ({
      value: metadata.uid,
      label: metadata.name,
    }));
  },
};

/** The cloud accounts that a project can use; the value is one of them, with its name. */
export const cloudAccountPicker: PaletteField<Named, Options> = {
  name: 'SpectroCloudCloudAccountPicker',
  component: createPicker(offering, namedCodec),
  validation: createValidation(offering, checkChoice(namedCodec)),
  schema: makeFieldSchema({
    output: () => valueSchema,
    uiOptions: () => optionsSchema,
  }),
};
