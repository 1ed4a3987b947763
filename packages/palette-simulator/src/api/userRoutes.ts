import type { Router } from 'express';
import type { SimulatorContext } from '../SimulatorContext';
import { callerOf } from './Caller';
import { badRequest, notFound, sendNotFound } from './PaletteError';
import { queriedList } from './queriedList';
import { requirePermission, scopeOf } from './Scope';
import { objectMeta } from './views/metadata';
import { userMeView, userView } from './views/user';

/** Who the caller is, and other single users. */
export function addUserRoutes(router: Router, context: SimulatorContext): void {
  router.get('/users/info', (_req, res) => {
    const { user, organisation } = callerOf(res);
    res.json({
      orgName: organisation.name,
      tenantUid: organisation.uid,
      userUid: user.uid,
    });
  });

  router.get('/users/me', (req, res, next) => {
    const scope = scopeOf(res);
    switch (context.settings.usersMe) {
      case 'me':
        res.json(userMeView(scope));
        break;
      case 'user':
        req.url = `/users/${scope.caller.user.uid}`;
        next();
        break;
      case 'refused':
        throw badRequest('uid in path is not an object id');
      default:
        sendNotFound(res);
    }
  });

  router.get('/users/assets/sshkeys', (req, res) => {
    const scope = requirePermission(res, 'sshKey.list');
    const views = scope.caller.organisation.sshKeys.map(key => ({
      metadata: objectMeta(scope, key),
      spec: { publicKey: key.publicKey },
    }));
    res.json({ items: queriedList(req, views) });
  });

  router.get('/users/:uid', (req, res) => {
    const { organisation, user } = callerOf(res);
    if (req.params.uid !== user.uid) {
      requirePermission(res, 'user.get');
    }
    const found = organisation.users.find(({ uid }) => uid === req.params.uid);
    if (!found) {
      throw notFound('user', req.params.uid);
    }
    res.json(userView(scopeOf(res), found));
  });
}
