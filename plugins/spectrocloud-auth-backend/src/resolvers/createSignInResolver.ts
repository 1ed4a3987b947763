import { toAsciiDomain } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  type SignInResolverFactory,
  createSignInResolverFactory,
} from '@backstage/plugin-auth-node';
import { InputError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { z } from 'zod/v3';
import type { EnvironmentConfig } from '../config/EnvironmentConfig';
import {
  type ResolverName,
  isResolverName,
} from '../config/readResolverEntries';
import {
  type NamedResolver,
  type UserResolver,
  byAnnotation,
  byEmail,
  byLocalPart,
  tryInOrder,
} from './findUser';

/** The whole of what follows the @ of an address: a sign or a space in it would match nobody's. */
const DOMAIN = /^[^@*\s]+$/;

const emailOptions = z
  .object({
    allowedDomains: z
      .array(
        z
          .string()
          .regex(DOMAIN)
          .refine(domain => toAsciiDomain(domain) !== undefined),
      )
      .optional(),
    dangerouslyAllowSignInWithoutUserInCatalog: z.boolean().optional(),
  })
  .strict()
  .optional();

const annotationOptions = z
  .object({
    dangerouslyAllowSignInWithoutUserInCatalog: z.boolean().optional(),
  })
  .strict()
  .optional();

const FACTORIES: Record<ResolverName, SignInResolverFactory> = {
  emailMatchingUserEntityProfileEmail: createSignInResolverFactory({
    optionsSchema: emailOptions,
    create: (options = {}) => byEmail(options),
  }),
  emailLocalPartMatchingUserEntityName: createSignInResolverFactory({
    optionsSchema: emailOptions,
    create: (options = {}) => byLocalPart(options),
  }),
  paletteUserIdMatchingUserEntityAnnotation: createSignInResolverFactory({
    optionsSchema: annotationOptions,
    create: (options = {}) => byAnnotation(options),
  }),
};

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
        resolve: FACTORIES[name](
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

/**
 * Builds what finds the Backstage users of an environment, by its `signIn.resolvers`.
 *
 * @returns undefined where nobody is signed in
 * @throws InputError naming the key, when an option is wrong
 */
export function createSignInResolver(
  environment: EnvironmentConfig,
  logger: LoggerService,
): UserResolver | undefined {
  const resolvers = createResolvers(environment);
  return resolvers.length ? tryInOrder(resolvers, logger) : undefined;
}
