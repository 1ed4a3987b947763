import type { ProfileVariable } from '@terasky/backstage-plugin-spectrocloud-common';
import { askedFor } from '@terasky/backstage-plugin-spectrocloud-react';
import { z } from 'zod/v3';
import {
  instanceOption,
  profileOptions,
  projectOptions,
} from '../fields/options';
import type { Offering } from '../picker/Offering';

export const variablesOptionsSchema = z.object({
  ...instanceOption,
  ...projectOptions,
  ...profileOptions,
});

export type VariablesOptions = z.infer<typeof variablesOptionsSchema>;

/** What a profile asks for. */
export const variablesOffering: Offering<VariablesOptions, ProfileVariable> = {
  word: 'variables',
  optionsSchema: variablesOptionsSchema,
  needs: options => ({
    project: { field: options.projectField, given: options.projectUid },
    profile: { field: options.profileField, given: options.profileUid },
  }),
  load: async (_options, { api, values, place }) =>
    askedFor(await api.listProfileVariables(values.profile ?? '', place)),
};
