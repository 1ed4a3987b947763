import { InputError } from '@backstage/errors';
import pLimit from 'p-limit';
import type { PaletteReader } from '../reads/PaletteReader';
import { getProjectUids, getScopes } from './getMe';

const CONCURRENT_PROJECTS = 8;
/** At 10 calls a second, more could not be read within a request's time. */
const MAX_PROJECTS = 200;

/** A project's uid; `undefined` is the tenant's own scope. */
type Scope = string | undefined;

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
  return inScopes(reader, permission, async scopes => {
    const lists: Array<Array<Scoped<T>>> = [];
    await askEach(scopes, readScope, (list, index) => {
      lists[index] = list;
    });
    return distinct(lists.flat(), uidOf);
  });
}

/**
 * Asks in the tenant, where the caller has the permission there, or else in
 * each of the caller's projects, some at a time, up to the first that knows it.
 */
export async function firstAcrossProjects<T extends {}>(
  reader: PaletteReader,
  options: {
    /** As for `acrossProjects`. */
    permission: string;
    find(projectUid: string | undefined): Promise<T | undefined>;
  },
): Promise<T | undefined> {
  return inScopes(
    reader,
    options.permission,
    scopes =>
      new Promise<T | undefined>((resolve, reject) => {
        askEach(scopes, options.find, (found, _index, stop) => {
          if (found === undefined) return;
          stop();
          resolve(found);
        }).then(() => resolve(undefined), reject);
      }),
  );
}

async function inScopes<R>(
  reader: PaletteReader,
  permission: string,
  ask: (scopes: Scope[]) => Promise<R>,
): Promise<R> {
  const scopes = await getScopes(reader, permission);
  if (scopes[0] === undefined && scopes.length === 1) {
    try {
      return await ask(scopes);
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
  return ask(scopes);
}

/** Asks in all of the scopes, some at a time; `stop` leaves those out whose turn has not come. */
async function askEach<T>(
  scopes: Scope[],
  ask: (scope: Scope) => Promise<T>,
  take: (answer: T, index: number, stop: () => void) => void,
): Promise<void> {
  const limit = pLimit(CONCURRENT_PROJECTS);
  const stop = () => limit.clearQueue();
  await Promise.all(
    scopes.map((scope, index) =>
      limit(async () => {
        try {
          take(await ask(scope), index, stop);
        } catch (error) {
          if (scope && isGone(error as Error)) return;
          // The others need not be asked any more.
          stop();
          throw error;
        }
      }),
    ),
  );
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
