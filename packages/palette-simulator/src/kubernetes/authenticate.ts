import { createLocalJWKSet, jwtVerify } from 'jose';
import { issuerOf, type SimulatorContext } from '../SimulatorContext';
import { KubernetesStatus } from './Status';

/** Who an API server takes somebody for. */
export interface KubernetesUser {
  name: string;
  groups: string[];
}

/** As with `--anonymous-auth=false`: without a token there is nobody. */
const unauthorized = () => new KubernetesStatus(401, 'Unauthorized');
/** kube-apiserver has no leeway for `exp`, and a minute for `nbf`. */
const NOT_BEFORE_LEEWAY_SECONDS = 60;

/**
 * The user of a bearer token, verified as kube-apiserver does it with `--oidc-issuer-url`,
 * `--oidc-client-id`, `--oidc-username-claim=email` and `--oidc-groups-claim=groups`.
 *
 * @throws `KubernetesStatus` 401 for every other token, and for none
 */
export async function authenticate(
  context: SimulatorContext,
  tenant: string,
  authorization: string | undefined,
): Promise<KubernetesUser> {
  const token = authorization?.match(/^Bearer +(\S+)$/i)?.[1];
  if (!token) throw unauthorized();
  const claims = await verify(context, tenant, token);
  const { email, email_verified: isVerified = true, groups = [] } = claims;
  if (typeof email !== 'string' || !email || isVerified !== true) {
    throw unauthorized();
  }
  const names = typeof groups === 'string' ? [groups] : groups;
  if (!Array.isArray(names) || names.some(name => typeof name !== 'string')) {
    throw unauthorized();
  }
  return { name: email, groups: [...names, 'system:authenticated'] };
}

async function verify(
  context: SimulatorContext,
  tenant: string,
  token: string,
): Promise<Record<string, unknown>> {
  const now = context.clock();
  try {
    const { payload } = await jwtVerify(
      token,
      createLocalJWKSet(context.keys.jwks()),
      {
        issuer: issuerOf(context, tenant),
        audience: context.client.id,
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
        currentDate: new Date(now),
        clockTolerance: NOT_BEFORE_LEEWAY_SECONDS,
      },
    );
    if ((payload.exp ?? 0) * 1000 <= now) throw unauthorized();
    return payload;
  } catch {
    throw unauthorized();
  }
}
