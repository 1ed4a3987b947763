import type { Config } from '@backstage/config';
import type { EnvironmentConfig } from './EnvironmentConfig';
import { isSameSite } from './isSameSite';
import { unknownKeys } from './rejectMisspeltKeys';

const PALETTES = 'spectrocloud.environments';

function ignoredSignIn(
  provider: Config,
  environment: EnvironmentConfig,
): string[] {
  return environment.role === 'connect' &&
    provider.has(`${environment.name}.signIn`)
    ? [
        `${environment.key}.signIn is ignored: only the block that auth.environment names signs users in, this one connects Palette to users who are signed in already`,
      ]
    : [];
}

function unreadKeys(
  provider: Config,
  { name, key }: EnvironmentConfig,
): string[] {
  return unknownKeys(provider.getConfig(name)).map(
    unread =>
      `${key}.${unread} is not read by this provider and changes nothing; remove it, or compare it with the keys of the README`,
  );
}

function nobodySignsIn(
  provider: Config,
  environment: EnvironmentConfig,
): string[] {
  const { name, key, role, resolvers } = environment;
  return role === 'sign-in' &&
    provider.has(`${name}.signIn`) &&
    resolvers.length === 0
    ? [
        `${key}.signIn lists no resolvers, so nobody can sign in with Palette, only connect it; name at least one in ${key}.signIn.resolvers`,
      ]
    : [];
}

function openLocalPart(environment: EnvironmentConfig): string[] {
  return environment.resolvers.flatMap((resolver, index) =>
    resolver.getString('resolver') === 'emailLocalPartMatchingUserEntityName' &&
    !resolver.has('allowedDomains')
      ? [
          `Anyone whom the Palette tenant invites, from any e-mail domain, can sign in as the employee whose name equals the part of their address before the @; set ${environment.key}.signIn.resolvers[${index}].allowedDomains to your own domains`,
        ]
      : [],
  );
}

function sharedCallbacks(environments: EnvironmentConfig[]): string[] {
  return environments.flatMap((one, index) =>
    environments
      .slice(index + 1)
      .filter(
        other =>
          one.callbackUrl === other.callbackUrl && one.issuer !== other.issuer,
      )
      .map(
        other =>
          `${one.key} and ${other.key} have different issuers and the same callbackUrl; give them different ones, so that an answer of one issuer can't be mistaken for the other's (mix-up, RFC 9700 section 4.4)`,
      ),
  );
}

/** An address that nobody has said the tokens are for: they would be shown to whoever answers there. */
function foreignPalettes(
  config: Config,
  environments: EnvironmentConfig[],
): string[] {
  const signIn = environments.find(({ role }) => role === 'sign-in');
  const palettes = config.getOptionalConfigArray(PALETTES) ?? [];
  return palettes.flatMap((palette, index) =>
    signIn &&
    !palette.has('authEnvironment') &&
    !isSameSite(palette.getString('url'), signIn.issuer)
      ? [
          `${PALETTES}[${index}] (${palette.getString('name')}) is at ${palette.getString('url')}, which is not on the site of ${signIn.key}'s issuer, and gets the tokens of users who sign in there, since it names no authEnvironment; set ${PALETTES}[${index}].authEnvironment to '${signIn.name}' if that is meant, else to the block that is that Palette's own`,
        ]
      : [],
  );
}

/** What is allowed but should be known to whoever runs the backend; one sentence each. */
export function providerWarnings(options: {
  config: Config;
  /** The part of it that the provider's blocks are in. */
  provider: Config;
  environments: EnvironmentConfig[];
}): string[] {
  const { config, provider, environments } = options;
  return [
    ...environments.flatMap(environment =>
      ignoredSignIn(provider, environment),
    ),
    ...environments.flatMap(environment => unreadKeys(provider, environment)),
    ...environments.flatMap(environment =>
      nobodySignsIn(provider, environment),
    ),
    ...environments.flatMap(openLocalPart),
    ...sharedCallbacks(environments),
    ...foreignPalettes(config, environments),
  ];
}
