import type { Response, Router } from 'express';
import { issuerOf, type SimulatorContext } from '../SimulatorContext';
import { notFound } from './PaletteError';
import { requirePermission, type Scope } from './Scope';

const SECONDS_PER_MINUTE = 60;

/** What a tenant's administrator reads to set Backstage up. */
export function addTenantRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  const requireTenant = (res: Response, uid: string): Scope => {
    const scope = requirePermission(res, 'user.update');
    if (scope.caller.organisation.uid !== uid) {
      throw notFound('tenant', uid);
    }
    return scope;
  };

  router.get('/tenants/:uid/idp/palette/config', (req, res) => {
    const { caller } = requireTenant(res, req.params.uid);
    res.json({
      clientId: context.client.id,
      clientSecret: context.client.secret,
      issuerUrl: issuerOf(context, caller.organisation.name),
      scopes: ['openid', 'profile', 'email'],
    });
  });

  router.get('/tenants/:uid/authTokenSettings', (req, res) => {
    requireTenant(res, req.params.uid);
    const { sessionTtlSeconds } = context.settings;
    res.json({ expiryTimeMinutes: sessionTtlSeconds / SECONDS_PER_MINUTE });
  });
}
