import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import type { Option } from '@terasky/backstage-plugin-spectrocloud-react';
import { z } from 'zod/v3';
import { checkChoice } from '../picker/checkChoice';
import { type Named, namedCodec, namedSchema } from '../picker/ChoiceCodec';
import { createPicker } from '../picker/createPicker';
import { createValidation } from '../picker/createValidation';
import type { Offering } from '../picker/Offering';
import { instanceOption, projectOptions } from './options';
import type { PaletteField } from './PaletteField';

const valueSchema = namedSchema.describe('The cluster group');
const optionsSchema = z.object({ ...instanceOption, ...projectOptions });
type Options = z.infer<typeof optionsSchema>;

const offering: Offering<Options, Option> = {
  word: 'clusterGroup',
  optionsSchema,
  needs: ({ projectField, projectUid }) => ({
    project: { field: projectField, given: projectUid },
  }),
  load: async (_options, { api, place }) => {
    const groups = await api.listClusterGroups(place);
    return groups.map(({ metadata }) => ({
      value: metadata.uid,
      label: metadata.name,
    }));
  },
};

/** The groups that host a project's virtual clusters; the value is one of them, with its name. */
export const clusterGroupPicker: PaletteField<Named, Options> = {
  name: 'SpectroCloudClusterGroupPicker',
  component: createPicker(offering, namedCodec),
  validation: createValidation(offering, checkChoice(namedCodec)),
  schema: makeFieldSchema({
    output: () => valueSchema,
    uiOptions: () => optionsSchema,
  }),
};
