import type { Request, Response, Router } from 'express';
import { findOrganisation, findUserByEmail } from '../organisations';
import { SessionTokenRefused } from '../sessions/SessionStore';
import type { SimulatorContext } from '../SimulatorContext';
import { stringOf } from './Caller';
import { badRequest, unauthorized } from './PaletteError';

/** `v1UserToken`; with a cookie too unless the caller says `setCookie=false`. */
function sendToken(req: Request, res: Response, token: string): void {
  if (req.query.setCookie !== 'false') {
    res.cookie('Authorization', token, { httpOnly: true, path: '/' });
  }
  res.json({ Authorization: token, isMfa: false });
}

/** `/v1/auth/*` and revocation: what needs no `Authorization` header. */
export function addSessionRoutes(
  router: Router,
  context: SimulatorContext,
): void {
  const { sessions } = context;

  router.post('/auth/authenticate', async (req, res) => {
    const { emailId, password, org } = req.body ?? {};
    const organisation = findOrganisation(context, String(org ?? 'demo'));
    const user =
      organisation && findUserByEmail(organisation, String(emailId ?? ''));
    if (!organisation || !user || user.password !== password) {
      throw unauthorized('Invalid credentials');
    }
    const session = sessions.open({
      userUid: user.uid,
      tenantUid: organisation.uid,
    });
    const { token } = await sessions.issue(session);
    sendToken(req, res, token);
  });

  router.get('/auth/org', (req, res) => {
    const orgName = stringOf(req.query.orgName) ?? '';
    res.json({
      appEnv: 'saas',
      authType: 'password',
      orgName: findOrganisation(context, orgName)?.name ?? '',
      redirectUrl: '',
      rootDomain: new URL(context.url).host,
      securityMode: 'default',
      ssoLogins: [],
      totalTenants: context.organisations.length,
    });
  });

  router.get('/auth/refresh/:token', async (req, res) => {
    try {
      const { token } = await sessions.renew(
        req.params.token,
        context.settings.rotateOnRefresh,
      );
      context.tokens.adoptSuccessor(req.params.token, token);
      sendToken(req, res, token);
    } catch (error) {
      if (error instanceof SessionTokenRefused) {
        throw unauthorized(error.message);
      }
      throw error;
    }
  });

  router.post('/users/auth/tokens/revoke', async (req, res) => {
    const tokens: unknown = req.body?.tokens;
    if (!Array.isArray(tokens) || tokens.some(t => typeof t !== 'string')) {
      throw badRequest('tokens in body must be an array of strings');
    }
    await Promise.all(tokens.map(token => sessions.revokeToken(token)));
    res.status(204).end();
  });
}
