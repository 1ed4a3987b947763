import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import type { PaletteClient } from '../palette/PaletteClient';
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
  tenantPermissions: string[];
  projectPermissions: Record<string, string[]>;
}

function nameOf(spec: V1UserMe['spec']): string | undefined {
  return (
    [spec?.firstName, spec?.lastName].filter(Boolean).join(' ') || undefined
  );
}

/** Without `/v1/users/me`, the rights are unknown: the projects are those that Palette lists. */
async function readWithoutMe(client: PaletteClient): Promise<Me> {
  const info = await client.getUserInfo();
  const [user, projects] = await Promise.all([
    info.userUid ? client.getUser(info.userUid).catch(ignoreDenied) : undefined,
    client.listProjectMetadata(),
  ]);
  return {
    email: user?.spec?.emailId,
    name: nameOf(user?.spec),
    userUid: info.userUid ?? '',
    tenantUid: info.tenantUid ?? '',
    tenantName: info.orgName,
    tenantPermissions: [],
    projectPermissions: Object.fromEntries(
      projects.flatMap(({ metadata }) =>
        metadata?.uid ? [[metadata.uid, []]] : [],
      ),
    ),
  };
}

/** Users without `user.get` may not read even themselves. */
function ignoreDenied(error: Error): undefined {
  if (error.name === 'NotAllowedError' || error.name === 'NotFoundError') {
    return undefined;
  }
  throw error;
}

async function readMe(client: PaletteClient): Promise<Me> {
  let me: V1UserMe;
  try {
    me = await client.getUserMe();
  } catch (error) {
    // The endpoint is not in the vendor's schema: a Palette may lack it or take
    // `me` for a uid that is malformed, and a gateway may refuse it.
    if (
      error instanceof NotFoundError ||
      error instanceof NotAllowedError ||
      error instanceof InputError
    ) {
      return readWithoutMe(client);
    }
    throw error;
  }
  const { tenant, tenantPermissions, projectPermissions } = me.status ?? {};
  if (!tenant?.tenantUid) {
    // It took `me` for the uid of a user, of whom it doesn't say what they may.
    return readWithoutMe(client);
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
  return reader.list('me', [], shared => readMe(shared.client()));
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
  return me.tenantPermissions.includes(permission)
    ? [undefined]
    : projectUidsOf(me);
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
