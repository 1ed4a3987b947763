import type { ProfileGroup } from '@terasky/backstage-plugin-spectrocloud-react';
import { z } from 'zod/v3';

export const chosenProfileSchema = z
  .object({
    uid: z
      .string()
      .describe('Uid of the version, as a cluster’s `profiles` take it'),
    name: z.string().describe('Name of the profile'),
    version: z.string().describe('The version, as 1.2.0'),
  })
  .describe('The profile, in the version that was chosen');

/** A profile in a version. */
export type ChosenProfile = z.infer<typeof chosenProfileSchema>;

/** A version of a profile as a template gets it. */
export function chosenOf(
  { name, versions }: ProfileGroup,
  uid = versions[0].uid,
): ChosenProfile {
  const { version } = versions.find(each => each.uid === uid) ?? versions[0];
  return { uid, name, version };
}

/** The profile that has the version, of those that are offered. */
export function groupOf(
  groups: ProfileGroup[],
  uid: string | undefined,
): ProfileGroup | undefined {
  return groups.find(({ versions }) =>
    versions.some(version => version.uid === uid),
  );
}
