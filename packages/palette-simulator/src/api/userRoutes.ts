import type { Router } from 'express';
import type { SimulatorContext } from '../SimulatorContext';
import { callerOf } from './Caller';
import { notFound, sendNotFound } from './PaletteError';
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

  router.get('/users/me', (_req, res) => {
    if (context.settings.usersMe) {
      res.json(userMeView(scopeOf(res)));
    } else {
      sendNotFound(res);
    }
  });

  router.get('/users/assets/sshkeys', (_req, res) => {
    const scope = requirePermission(res, 'sshKey.list');
    res.json({
      items: scope.caller.organisation.sshKeys.map(key => ({
        metadata: objectMeta(scope, key),
        spec: { publicKey: key.publicKey },
      })),
    });
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
