import {
  choosable,
  isInfrastructure,
  profileCloudOf,
  type ProfileGroup,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { z } from 'zod/v3';
import {
  cloudTypeOption,
  instanceOption,
  projectOptions,
} from '../fields/options';
import type { Offering } from '../picker/Offering';

export const profileOptionsSchema = z.object({
  ...instanceOption,
  cloudType: cloudTypeOption,
  kind: z
    .enum(['infrastructure', 'add-on'])
    .describe('What a cluster runs on, or what is added to it'),
  ...projectOptions,
});

export type ProfileOptions = z.infer<typeof profileOptionsSchema>;

/** The published profiles that a cluster of the project can be made with. */
export const profileOffering: Offering<ProfileOptions, ProfileGroup> = {
  word: 'profile',
  optionsSchema: profileOptionsSchema,
  needs: ({ projectField, projectUid }) => ({
    project: { field: projectField, given: projectUid },
  }),
  load: async ({ cloudType, kind }, { api, place }) => {
    const profiles = await api.searchProfiles(
      { cloudTypes: [profileCloudOf(cloudType), 'all'] },
      place,
    );
    return choosable(profiles, cloudType).filter(
      group => isInfrastructure(group) === (kind === 'infrastructure'),
    );
  },
};
