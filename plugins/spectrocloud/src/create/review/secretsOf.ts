import type { VariablesByProfile } from '../creation/findIssues';
import type { Draft, Secrets } from '../model/Draft';

/** Names of the secret variables that have a value, by profile. */
export type SecretNames = Record<string, string[]>;

/** The secret variables that were given a value, by profile. */
export function givenSecrets(
  draft: Draft,
  secrets: Secrets,
  variables: VariablesByProfile,
): SecretNames {
  return Object.fromEntries(
    draft.profiles.map(({ uid }) => [
      uid,
      (variables.get(uid) ?? [])
        .filter(
          ({ name, isSensitive }) =>
            isSensitive &&
            Object.hasOwn(secrets, uid) &&
            Object.hasOwn(secrets[uid], name) &&
            secrets[uid][name] !== '',
        )
        .map(({ name }) => name),
    ]),
  );
}
