import type { z as registryZod } from 'zod/v3';

type Zod = typeof registryZod;

const UID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** What every action takes; the scaffolder hands its own zod in. */
export const placeInput = {
  instance: (z: Zod) =>
    z
      .string()
      .max(200)
      .optional()
      .describe(
        'Name of the Palette (`spectrocloud.environments[].name`); the first one by default',
      ),
  projectUid: (z: Zod) =>
    z.string().regex(UID).describe('Uid of the Palette project'),
};

export const clusterUidInput = (z: Zod) =>
  z.string().regex(UID).describe('Uid of the cluster');

export const virtualInput = (z: Zod) =>
  z.boolean().optional().describe('Whether it is a virtual cluster');

export const reasonInput = (z: Zod) =>
  z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('Why, for the audit log; one line');

export const profileUidInput = (z: Zod) => z.string().regex(UID);
