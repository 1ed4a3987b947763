import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** Which of some entity references the catalog has. */
export async function findExisting(
  { auth, catalog }: { auth: AuthService; catalog: CatalogService },
  refs: string[],
): Promise<Set<string>> {
  if (refs.length === 0) return new Set();
  const credentials = await auth.getOwnServiceCredentials();
  const { items } = await catalog.getEntitiesByRefs(
    { entityRefs: refs, fields: ['kind', 'metadata.name'] },
    { credentials },
  );
  return new Set(refs.filter((_, index) => items[index]));
}
