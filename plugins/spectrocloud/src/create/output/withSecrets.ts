import type { ClusterCreation } from '@terasky/backstage-plugin-spectrocloud-common';
import type { Secret } from './Secret';

interface Profile {
  uid: string;
  variables?: Array<{ name: string; value: string }>;
}

/** The cluster with what stands for its secrets. */
export function withSecrets(
  creation: ClusterCreation,
  secrets: Secret[],
  standIn: (secret: Secret) => string,
): ClusterCreation {
  const { profiles } = creation.spec as { profiles?: Profile[] };
  const filled = profiles?.map(profile => {
    const own = secrets.filter(({ profileUid }) => profileUid === profile.uid);
    if (own.length === 0) return profile;
    return {
      ...profile,
      variables: [
        ...(profile.variables ?? []),
        ...own.map(secret => ({ name: secret.name, value: standIn(secret) })),
      ],
    };
  });
  return {
    ...creation,
    spec: { ...creation.spec, profiles: filled },
  } as ClusterCreation;
}

/** The body of `POST /clusters`, as it is sent but for its secrets. */
export function toJson(creation: ClusterCreation, secrets: Secret[]): string {
  const filled = withSecrets(creation, secrets, ({ key }) => `<${key}>`);
  return `${JSON.stringify(filled, null, 2)}\n`;
}
