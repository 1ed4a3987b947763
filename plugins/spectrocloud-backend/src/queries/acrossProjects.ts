import { InputError } from '@backstage/errors';
import pLimit from 'p-limit';
import type { PaletteReader } from '../reads/PaletteReader';
import { getProjectUids, getScopes } from './getMe';

const CONCURRENT_PROJECTS = 8;
/** At 10 calls a second, more could not be read within a request's time. */
const MAX_PROJECTS = 200;

/** Something, and the project in whose scope Palette showed it. */
export interface Scoped<T> {
  item: T;
  /** None: it was shown in the tenant's scope. */
  projectUid?: string;
}

/**
 * Reads a list in the given project; or in the tenant, where the caller has the
 * permission there; or else in each of the caller's projects, some at a time.
 * What several projects show is taken once.
 */
export async function acrossProjects<T>(
  reader: PaletteReader,
  options: {
    projectUid?: string;
    /** Palette's permission to read the list in the tenant's scope, as `cluster.list`. */
    permission: string;
    read(projectUid: string | undefined): Promise<T[]>;
    uidOf(item: T): string | undefined;
  },
): Promise<Array<Scoped<T>>> {
  const { permission, read, uidOf } = options;
  const readScope = async (projectUid?: string) =>
    (await read(projectUid)).map(item => ({ item, projectUid }));

  if (options.projectUid) return readScope(options.projectUid);
  const scopes = await getScopes(reader, permission);
  if (scopes[0] === undefined && scopes.length === 1) {
    try {
      return await readScope();
    } catch (error) {
      // That tenant permissions open the tenant's scope is observed, not documented.
      const projectUids = await getProjectUids(reader);
      if ((error as Error).name !== 'NotAllowedError' || !projectUids.length) {
        throw error;
      }
      scopes.splice(0, 1, ...projectUids);
    }
  }
  if (scopes.length > MAX_PROJECTS) {
    throw new InputError(
      `You have ${scopes.length} projects: name one in query.projectUid`,
    );
  }

  const limit = pLimit(CONCURRENT_PROJECTS);
  const lists = await Promise.all(
    scopes.map(projectUid =>
      limit(() =>
        readScope(projectUid).catch(error => {
          if (projectUid && isGone(error)) return [];
          // The others need not be asked any more.
          limit.clearQueue();
          throw error;
        }),
      ),
    ),
  );
  return distinct(lists.flat(), uidOf);
}

/** A project has just been deleted, or closed to the caller. */
function isGone({ name }: Error): boolean {
  return name === 'NotAllowedError' || name === 'NotFoundError';
}

function distinct<T>(
  scoped: Array<Scoped<T>>,
  uidOf: (item: T) => string | undefined,
): Array<Scoped<T>> {
  const seen = new Set<string>();
  return scoped.filter(({ item }) => {
    const uid = uidOf(item);
    if (uid === undefined) return true;
    if (seen.has(uid)) return false;
    seen.add(uid);
    return true;
  });
}
