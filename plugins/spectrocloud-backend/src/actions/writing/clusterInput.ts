import { z } from 'zod';
import type { z as registryZod } from 'zod/v3';
import { UID_PATTERN } from '../../palette/palettePath';
import { uidInput } from '../inputs';

/** Which cluster is changed, and why. */
export function clusterInput(zod: typeof registryZod) {
  return {
    uid: uidInput(zod, 'Uid of the cluster'),
    projectUid: uidInput(zod, 'Uid of its project').optional(),
    reason: zod
      .string()
      .max(500)
      .optional()
      .describe('Why, in one line, for the audit log'),
  };
}

/** The same but for the reason, as the HTTP API checks it. */
export const clusterRequest = {
  uid: z.string().regex(UID_PATTERN),
  projectUid: z.string().regex(UID_PATTERN).optional(),
};
