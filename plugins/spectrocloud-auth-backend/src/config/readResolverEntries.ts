import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Names of the resolvers that `signIn.resolvers` may list. */
export const RESOLVER_NAMES = [
  'emailMatchingUserEntityProfileEmail',
  'emailLocalPartMatchingUserEntityName',
  'paletteUserIdMatchingUserEntityAnnotation',
] as const;

/** Name of a sign-in resolver. */
export type ResolverName = (typeof RESOLVER_NAMES)[number];

/** Whether a name is one of the known resolvers. */
export function isResolverName(name: string): name is ResolverName {
  return (RESOLVER_NAMES as readonly string[]).includes(name);
}

/** Reads the list `signIn.resolvers` and checks its names. */
export function readResolverEntries(config: Config, fullKey: string): Config[] {
  const entries = config.getOptionalConfigArray('signIn.resolvers') ?? [];
  entries.forEach((entry, index) => {
    const key = `${fullKey}.signIn.resolvers[${index}].resolver`;
    const name = entry.getOptionalString('resolver');
    if (name === undefined || !isResolverName(name)) {
      throw new InputError(
        `Configuration ${key} ${name === undefined ? 'is missing' : `names the unknown resolver '${name}'`}; use one of ${RESOLVER_NAMES.join(', ')}`,
      );
    }
  });
  return entries;
}
