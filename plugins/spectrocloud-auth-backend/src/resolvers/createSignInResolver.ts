import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type {
  AuthResolverContext,
  BackstageSignInResult,
  SignInResolver,
} from '@backstage/plugin-auth-node';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import {
  type ResolverName,
  isResolverName,
} from '../config/readResolverEntries';
import { LoginFailure } from '../login/LoginFailure';
import { PALETTE_USER_ID_ANNOTATION } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  type ResolverResult,
  type ResolverUser,
  resolverFactories,
} from './resolverFactories';

/**
 * Finds the Backstage user of a Palette user.
 *
 * @throws LoginFailure; one that is not transient when the catalog names nobody, or several
 */
export type UserResolver = (
  user: ResolverUser,
  context: AuthResolverContext,
) => Promise<BackstageSignInResult>;

const BY_ANNOTATION: ResolverName = 'paletteUserIdMatchingUserEntityAnnotation';

/** What makes a catalog entity match, in words for the person who isn't matched. */
const REMEDIES: Record<ResolverName, string> = {
  emailMatchingUserEntityProfileEmail:
    'a User whose spec.profile.email is your e-mail address in Palette',
  emailLocalPartMatchingUserEntityName:
    'a User named like the part of that address before the @',
  paletteUserIdMatchingUserEntityAnnotation: `a User with your Palette user id in its annotation ${PALETTE_USER_ID_ANNOTATION}`,
};

interface NamedResolver {
  name: ResolverName;
  resolve: SignInResolver<ResolverResult>;
}

function createResolvers(environment: EnvironmentConfig): NamedResolver[] {
  return environment.resolvers.map((entry, index) => {
    const name = entry.getString('resolver');
    if (!isResolverName(name)) {
      throw new InputError(`Unknown sign-in resolver '${name}'`);
    }
    const { resolver: _, ...options } = entry.get<Record<string, never>>();
    try {
      return {
        name,
        resolve: resolverFactories[name](
          Object.keys(options).length ? options : undefined,
        ),
      };
    } catch (error) {
      throw new InputError(
        `Configuration ${environment.key}.signIn.resolvers[${index}] has options that ${name} does not know or that are of the wrong kind; allowed are allowedDomains (a list of domains such as acme.example, without @ or *, for the two e-mail resolvers) and dangerouslyAllowSignInWithoutUserInCatalog (true or false)`,
      );
    }
  });
}

function notFound(
  tried: ResolverName[],
  email: string | undefined,
): LoginFailure {
  const needsEmail = tried.some(name => name !== BY_ANNOTATION);
  const noEmail =
    email === undefined && needsEmail
      ? " Palette sent no e-mail address: Backstage's configuration has to ask for the scope 'email', and your account in Palette needs an address."
      : '';
  // What is missing in Palette can't be added in the catalog.
  const useful = noEmail ? tried.filter(name => name === BY_ANNOTATION) : tried;
  const remedies = useful.map(name => REMEDIES[name]).join(', or ');
  return new LoginFailure(
    'user_not_found',
    undefined,
    `The Backstage catalog has no user for this Palette account (tried: ${tried.join(', ')}).${noEmail}${remedies && ` Ask your administrator to add ${remedies}.`}`,
  );
}

/**
 * Tries the configured resolvers in order until one finds the user.
 *
 * @returns undefined where nobody is signed in
 * @throws InputError naming the key, when an option is wrong
 */
export function createSignInResolver(
  environment: EnvironmentConfig,
  logger: LoggerService,
): UserResolver | undefined {
  const resolvers = createResolvers(environment);
  if (!resolvers.length) {
    return undefined;
  }
  return async ({ email, subject, claims }, context) => {
    const info = {
      profile: { email },
      result: {
        fullProfile: { email, subject, claims },
        session: { accessToken: '', tokenType: 'bearer', scope: '' },
      },
    };
    for (const { name, resolve } of resolvers) {
      try {
        return await resolve(info, context);
      } catch (error) {
        if (!(error instanceof Error) || error.name === 'ConflictError') {
          throw new LoginFailure('user_ambiguous', error);
        }
        if (error.name !== 'NotFoundError') {
          throw new LoginFailure('catalog_unavailable', error);
        }
        logger.debug(
          `Sign-in resolver ${name} found no user by e-mail '${email ?? '(none)'}' and sub '${subject}': ${error.message}`,
        );
      }
    }
    throw notFound(
      resolvers.map(({ name }) => name),
      email,
    );
  };
}
