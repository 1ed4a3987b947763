import type { RequestHandler, Response } from 'express';
import type { Project } from '../seed/types';
import { projectPermissionsOf, tenantPermissionsOf } from './access';
import { type Caller, callerOf, stringOf } from './Caller';
import { forbidden, PaletteError } from './PaletteError';

/** What a call looks at: one project (header `ProjectUid`), or the whole tenant. */
export interface Scope {
  caller: Caller;
  project?: Project;
  permissions: ReadonlySet<string>;
}

const scopes = new WeakMap<Response, Scope>();

/** Since 4.9.22 the header is checked on every call, also where it is not needed. */
export const requireScope: RequestHandler = (req, res, next) => {
  const caller = callerOf(res);
  const projectUid = req.get('projectuid') ?? stringOf(req.query.ProjectUid);
  const project = projectUid ? findProject(caller, projectUid) : undefined;
  const permissions = project
    ? projectPermissionsOf(caller.organisation, caller.user, project.uid)
    : tenantPermissionsOf(caller.organisation, caller.user);
  scopes.set(res, { caller, project, permissions: new Set(permissions) });
  next();
};

/** The scope of a request that has passed {@link requireScope}. */
export function scopeOf(res: Response): Scope {
  return scopes.get(res)!;
}

/** The scope, if its caller has the permission in it; else 403 as Palette does. */
export function requirePermission(res: Response, permission: string): Scope {
  const scope = scopeOf(res);
  if (!scope.permissions.has(permission)) {
    throw forbidden(permission);
  }
  return scope;
}

/** Whether an object of this project (none: of the tenant) is seen in the scope. */
export function isInScope(
  scope: Scope,
  projectUid: string | undefined,
): boolean {
  return !scope.project || !projectUid || scope.project.uid === projectUid;
}

function findProject({ organisation, user }: Caller, uid: string): Project {
  const project = organisation.projects.find(p => p.uid === uid);
  if (!project) {
    throw new PaletteError(
      404,
      'ProjectNotFoundInTenant',
      'The project was not found in the tenant',
      { projectUid: uid },
    );
  }
  if (!user.projectRoles[uid]) {
    throw new PaletteError(
      403,
      'ResourceAccessDenied',
      'Access to the project is denied',
      { projectUid: uid },
    );
  }
  return project;
}
