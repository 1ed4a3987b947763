import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { PaletteFailedError } from '../errors/PaletteErrors';
import {
  fetchProjectMetadata,
  fetchUser,
  fetchUserInfo,
  fetchUserMe,
} from '../palette/endpoints/users';
import { UID_PATTERN } from '../palette/palettePath';
import type { V1UserMe } from '../palette/v1';
import type { PaletteReader } from '../reads/PaletteReader';

/** Who the caller is, and what they may do where. */
export interface Me {
  email?: string;
  name?: string;
  userUid: string;
  tenantUid: string;
  tenantName?: string;
  /** Unknown where Palette doesn't tell what the caller may do. */
  tenantPermissions?: string[];
  projectPermissions: Record<string, string[]>;
}

function nameOf(spec: V1UserMe['spec']): string | undefined {
  return (
    [spec?.firstName, spec?.lastName].filter(Boolean).join(' ') || undefined
  );
}

/** Without `/v1/users/me`, the rights are unknown: the projects are those that Palette lists. */
async function readWithoutMe(reader: PaletteReader): Promise<Me> {
  tellWithoutMe(reader);
  const { client } = reader;
  const { userUid, tenantUid, orgName } = await fetchUserInfo(client);
  if (!userUid || !tenantUid) {
    throw new PaletteFailedError(
      'Palette did not say which user this session belongs to',
    );
  }
  const [user, projects = []] = await Promise.all([
    fetchUser(client, userUid).catch(ignoreDenied),
    fetchProjectMetadata(client).catch(ignoreDenied),
  ]);
  return {
    email: user?.spec?.emailId,
    name: nameOf(user?.spec),
    userUid,
    tenantUid,
    tenantName: orgName,
    projectPermissions: Object.fromEntries(
      projects.flatMap(({ metadata }) =>
        metadata?.uid ? [[metadata.uid, []]] : [],
      ),
    ),
  };
}

/** Once for each Palette: it concerns its administrator, and nobody in particular. */
function tellWithoutMe({ caller, logger }: PaletteReader): void {
  const { name, told } = caller.instance;
  if (told.has('without-me')) return;
  told.add('without-me');
  logger.warn(
    `Palette '${name}' does not tell at /v1/users/me what its users may do: who they are is asked of /v1/users/info, and lists are read project by project`,
  );
}

/** Users without `user.get` may not read even themselves. */
function ignoreDenied(error: Error): undefined {
  if (error.name === 'NotAllowedError' || error.name === 'NotFoundError') {
    return undefined;
  }
  throw error;
}

async function readMe(reader: PaletteReader): Promise<Me> {
  let me: V1UserMe;
  try {
    me = await fetchUserMe(reader.client);
  } catch (error) {
    // The endpoint is not in the vendor's schema: a Palette may lack it or take
    // `me` for a uid that is malformed, and a gateway may refuse it.
    if (
      error instanceof NotFoundError ||
      error instanceof NotAllowedError ||
      error instanceof InputError
    ) {
      return readWithoutMe(reader);
    }
    throw error;
  }
  const { tenant, tenantPermissions, projectPermissions } = me.status ?? {};
  if (!tenant?.tenantUid) {
    // It took `me` for the uid of a user, of whom it doesn't say what they may.
    return readWithoutMe(reader);
  }
  return {
    email: me.spec?.emailId,
    name: nameOf(me.spec),
    userUid: me.metadata?.uid ?? '',
    tenantUid: tenant.tenantUid,
    tenantName: tenant.orgName,
    tenantPermissions: [
      ...new Set(Object.values(tenantPermissions ?? {}).flat()),
    ],
    projectPermissions: projectPermissions ?? {},
  };
}

/** Who the caller is at Palette. */
export async function getMe(reader: PaletteReader): Promise<Me> {
  return reader.list('me', [], readMe);
}

/**
 * The scopes to ask Palette in: the tenant's (`undefined`) where the caller has
 * the permission there, else each of the caller's projects.
 */
export async function getScopes(
  reader: PaletteReader,
  permission: string,
): Promise<Array<string | undefined>> {
  // What a service's API key may do, Palette says when it is asked.
  if (reader.caller.session.authorization.kind === 'apiKey') return [undefined];
  const me = await getMe(reader);
  if (me.tenantPermissions?.includes(permission)) return [undefined];
  const projectUids = projectUidsOf(me);
  // Nothing is known of the caller's rights, which doesn't mean that there are none.
  return me.tenantPermissions || projectUids.length > 0
    ? projectUids
    : [undefined];
}

/** The caller's own projects. */
export async function getProjectUids(reader: PaletteReader): Promise<string[]> {
  if (reader.caller.session.authorization.kind === 'apiKey') return [];
  return projectUidsOf(await getMe(reader));
}

/** What is no uid does not become a header. */
function projectUidsOf({ projectPermissions }: Me): string[] {
  return Object.keys(projectPermissions).filter(uid => UID_PATTERN.test(uid));
}
