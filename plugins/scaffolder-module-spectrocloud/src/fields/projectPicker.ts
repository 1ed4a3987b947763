import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import {
  loadProjects,
  mayCreate,
  type Option,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { z } from 'zod/v3';
import { checkChoice } from '../picker/checkChoice';
import { type Named, namedCodec, namedSchema } from '../picker/ChoiceCodec';
import { createPicker } from '../picker/createPicker';
import { createValidation } from '../picker/createValidation';
import type { Offering } from '../picker/Offering';
import { cloudTypeOption, instanceOption } from './options';
import type { PaletteField } from './PaletteField';

const valueSchema = namedSchema.describe('The project');
const optionsSchema = z.object({
  ...instanceOption,
  cloudType: cloudTypeOption
    .optional()
    .describe(
      'Offers only projects in which the user may create such clusters; all of the user’s by default',
    ),
});
type Options = z.infer<typeof optionsSchema>;

const offering: Offering<Options, Option> = {
  word: 'project',
  optionsSchema,
  needs: () => ({}),
  load: async ({ cloudType }, { api, place }) => {
    const projects = await loadProjects(api, place);
    return projects
      .filter(project => !cloudType || mayCreate(project, cloudType))
      .map(({ uid, name }) => ({ value: uid, label: name ?? uid }));
  },
};

/** The user's projects; the value is one of them, with its name. */
export const projectPicker: PaletteField<Named, Options> = {
  name: 'SpectroCloudProjectPicker',
  component: createPicker(offering, namedCodec),
  validation: createValidation(offering, checkChoice(namedCodec)),
  schema: makeFieldSchema({
    output: () => valueSchema,
    uiOptions: () => optionsSchema,
  }),
};
