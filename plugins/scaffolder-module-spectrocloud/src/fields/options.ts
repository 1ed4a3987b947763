import { CREATABLE_CLOUD_TYPES } from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod/v3';

/** Clouds that clusters can be created in. */
export const cloudTypeOption = z
  .enum(CREATABLE_CLOUD_TYPES)
  .describe('Kind of cluster, as `cloudType` of the action has it');

/** Which Palette. */
export const instanceOption = {
  instance: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Name of the Palette (`spectrocloud.environments[].name`); the first one by default',
    ),
};

const fieldName = (of: string, name: string) =>
  z.string().min(1).default(name).describe(`Name of the field with the ${of}`);

const uid = (of: string) =>
  z.string().min(1).optional().describe(`Uid of the ${of}, instead of a field`);

/** Which project, where another field asks for it or the template knows it. */
export const projectOptions = {
  projectField: fieldName('project', 'project'),
  projectUid: uid('project'),
};

/** Which cloud account. */
export const accountOptions = {
  accountField: fieldName('cloud account', 'account'),
  accountUid: uid('cloud account'),
};

/** Which profile. */
export const profileOptions = {
  profileField: fieldName('profile', 'profile'),
  profileUid: uid('profile'),
};
