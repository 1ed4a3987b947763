import type { Router } from 'express';
import { matchesName } from './nameFilter';
import { notFound, PaletteError } from './PaletteError';
import { pageOf } from './paging';
import { queriedList } from './queriedList';
import { requirePermission } from './Scope';
import { fullNameOf } from '../seed/users';
import type { SimulatorContext } from '../SimulatorContext';
import {
  roleView,
  teamSummaryView,
  teamView,
  userSummaryView,
} from './views/people';
import { userView } from './views/user';

/** Users, teams, roles and the permissions that there are. */
export function addPeopleRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  router.get('/users', (req, res) => {
    const scope = requirePermission(res, 'user.list');
    const views = scope.caller.organisation.users.map(user =>
      userView(scope, user),
    );
    res.json(pageOf(req, queriedList(req, views)));
  });

  router.get('/users/meta', (_req, res) => {
    const { caller } = requirePermission(res, 'user.list');
    res.json({
      items: caller.organisation.users.map(user => ({
        emailId: user.email,
        name: fullNameOf(user),
        uid: user.uid,
      })),
    });
  });

  router.post('/users/summary', (req, res) => {
    const scope = requirePermission(res, 'user.list');
    const { emailId, name } = req.body?.filter ?? {};
    res.json({
      items: scope.caller.organisation.users
        .filter(user => matchesName(user.email, emailId))
        .filter(user => matchesName(fullNameOf(user), name))
        .map(user => userSummaryView(scope, user)),
    });
  });

  router.get('/teams', (req, res) => {
    const scope = requirePermission(res, 'team.list');
    const views = scope.caller.organisation.teams.map(team =>
      teamView(scope, team),
    );
    res.json(pageOf(req, queriedList(req, views)));
  });

  router.post('/teams/summary', (req, res) => {
    const scope = requirePermission(res, 'team.list');
    if (context.settings.teamsSummaryFails) {
      throw new PaletteError(500, 'InternalError', 'A user was not found');
    }
    res.json({
      items: scope.caller.organisation.teams
        .filter(({ name }) => matchesName(name, req.body?.filter?.name))
        .map(team => teamSummaryView(scope, team)),
    });
  });

  router.get('/teams/:uid', (req, res) => {
    const scope = requirePermission(res, 'team.get');
    const team = scope.caller.organisation.teams.find(
      ({ uid }) => uid === req.params.uid,
    );
    if (!team) {
      throw notFound('team', req.params.uid);
    }
    res.json(teamView(scope, team));
  });

  router.get('/roles', (req, res) => {
    const scope = requirePermission(res, 'role.list');
    const views = scope.caller.organisation.roles.map(role =>
      roleView(scope, role),
    );
    res.json(pageOf(req, queriedList(req, views)));
  });

  router.get('/permissions', (req, res) => {
    const { caller } = requirePermission(res, 'role.list');
    const names = caller.organisation.roles
      .filter(({ scope }) => !req.query.scope || scope === req.query.scope)
      .flatMap(({ scope, permissions }) =>
        permissions.map(permission => `${scope} ${permission.split('.')[0]}`),
      );
    res.json(
      [...new Set(names)].sort().map(entry => {
        const [scope, name] = entry.split(' ');
        const permissions = caller.organisation.roles
          .filter(role => role.scope === scope)
          .flatMap(role => role.permissions)
          .filter(permission => permission.startsWith(`${name}.`));
        return { name, permissions: [...new Set(permissions)].sort(), scope };
      }),
    );
  });
}
