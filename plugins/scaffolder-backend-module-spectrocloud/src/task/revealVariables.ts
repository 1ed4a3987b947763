import { InputError } from '@backstage/errors';
import type { TaskSecrets } from '@backstage/plugin-scaffolder-node';
import {
  type ClusterCreation,
  VARIABLE_SECRET_PREFIX,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod';

/** A variable whose value is a secret of the task. */
const secretVariableSchema = z.strictObject({
  name: z.string(),
  secret: z.string(),
});

const profilesSchema = z.array(
  z.looseObject({ variables: z.array(z.unknown()).optional() }),
);

/**
 * Puts the secrets of the task where a profile's variables name them, as the form's
 * field gives them: `{ name, secret }` becomes `{ name, value }`.
 *
 * @throws `InputError` for a secret that the task doesn't have, or that is none of a form's.
 */
export function revealVariables(
  variables: unknown[],
  secrets: TaskSecrets = {},
): unknown[] {
  return variables.map(variable => {
    const read = secretVariableSchema.safeParse(variable);
    if (!read.success) return variable;
    const { name, secret } = read.data;
    if (!secret.startsWith(VARIABLE_SECRET_PREFIX)) {
      throw new InputError(
        `The variable '${name}' names a secret that isn't one of a form: such names begin with '${VARIABLE_SECRET_PREFIX}'`,
      );
    }
    if (!Object.hasOwn(secrets, secret)) {
      throw new InputError(
        `The secret variable '${name}' has no value any more, as a task that is started over has none: run the template anew, and fill it in`,
      );
    }
    return { name, value: secrets[secret] };
  });
}

/** The cluster with the secrets that its profiles' variables name. */
export function revealProfiles(
  cluster: ClusterCreation,
  secrets: TaskSecrets | undefined,
): ClusterCreation {
  const read = profilesSchema.safeParse(cluster.spec.profiles);
  if (!read.success) return cluster;
  const profiles = read.data.map(profile => ({
    ...profile,
    ...(profile.variables && {
      variables: revealVariables(profile.variables, secrets),
    }),
  }));
  return { ...cluster, spec: { ...cluster.spec, profiles } } as ClusterCreation;
}
