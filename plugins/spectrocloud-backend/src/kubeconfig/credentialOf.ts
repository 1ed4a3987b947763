import { z } from 'zod';

/** How a kubeconfig signs in: as its user, or with something that everybody who holds it shares. */
export type KubeconfigCredential =
  'user' | 'shared-token' | 'shared-certificate';

/** What signs in by itself. */
const TOKEN_FIELDS = ['token', 'tokenFile', 'password'];
const CERTIFICATE_FIELDS = ['client-certificate-data', 'client-certificate'];
/** Of `auth-provider.config`; a `client-secret` is the client's, and signs nobody in. */
const PROVIDER_TOKENS = ['access-token', 'id-token', 'refresh-token'];
/** Names of environment variables, of which every command has its own. */
const SECRET_VARIABLE =
  /TOKEN|SECRET|PASSWORD|CREDENTIAL|ACCESS_?KEY|API_?KEY|PRIVATE_?KEY/i;
/** With their value, also in the next argument; `--token-cache-dir` and `--oidc-use-access-token` have none. */
const SECRET_ARGUMENT =
  /(?:^| )--(?:(?:id|access|bearer|refresh)-)?(?:token|password)[= ]./i;
const JWT = /^(?:.*=)?eyJ[\w-]+\.[\w-]+\.[\w-]*$/;

/** Lenient: a field of an unexpected type is as good as one that is not there. */
const fields = z.record(z.string(), z.unknown()).catch({});
const exec = z
  .object({
    env: z
      .array(
        z
          .object({ name: z.coerce.string(), value: z.unknown() })
          .catch({ name: '', value: '' }),
      )
      .catch([]),
    args: z.array(z.unknown()).catch([]),
  })
  .catch({ env: [], args: [] });

/** What the users of a kubeconfig sign in with, at the worst. */
export function credentialOf(users: unknown[]): KubeconfigCredential {
  const all = users.map(user => fields.parse(user));
  if (all.some(hasToken)) return 'shared-token';
  return all.some(user => CERTIFICATE_FIELDS.some(name => user[name]))
    ? 'shared-certificate'
    : 'user';
}

function hasToken(user: Record<string, unknown>): boolean {
  const { config } = fields.parse(user['auth-provider']);
  const provider = fields.parse(config);
  const { env, args } = exec.parse(user.exec);
  return (
    TOKEN_FIELDS.some(name => user[name]) ||
    PROVIDER_TOKENS.some(name => provider[name]) ||
    env.some(
      ({ name, value }) =>
        value && (SECRET_VARIABLE.test(name) || JWT.test(String(value))),
    ) ||
    SECRET_ARGUMENT.test(args.join(' ')) ||
    args.some(arg => JWT.test(String(arg)))
  );
}
