import { NotFoundError } from '@backstage/errors';
import {
  type OAuthAuthenticatorResult,
  type SignInResolver,
  type SignInResolverFactory,
  commonSignInResolvers,
  createSignInResolverFactory,
} from '@backstage/plugin-auth-node';
import { PALETTE_USER_ID_ANNOTATION } from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod/v3';
import type { ResolverName } from '../config/readResolverEntries';
import { isEmailSubject } from '../oidc/paletteDeviations';
import type { ResolverUser } from './ResolverUser';

/** What the resolvers are given. */
export type ResolverResult = OAuthAuthenticatorResult<ResolverUser>;

/** The whole of what follows the @ of an address: a sign or a space in it would match nobody's. */
const DOMAIN = /^[^@*\s]+$/;

const emailOptions = z
  .object({
    allowedDomains: z.array(z.string().regex(DOMAIN)).optional(),
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

/** Names an entity can have; anything else in an address can't be meant. */
const ENTITY_NAME = /^[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

/**
 * Lets one of the framework's resolvers see only addresses of the allowed
 * domains. It reports everybody else as not found, so that the next resolver
 * gets its turn; the framework's own would end the sign-in, or not look at all.
 */
function withAllowedDomains(
  resolver: SignInResolver<ResolverResult>,
  allowedDomains: string[] | undefined,
  accepts: (localPart: string) => boolean = () => true,
): SignInResolver<ResolverResult> {
  const allowed = allowedDomains?.map(domain => domain.toLowerCase());
  return async (info, context) => {
    const { email } = info.profile;
    const [localPart, domain, ...rest] = email?.split('@') ?? [];
    if (!localPart || !domain || rest.length > 0) {
      throw new NotFoundError('the account has no usable e-mail address');
    }
    if (allowed && !allowed.includes(domain.toLowerCase())) {
      throw new NotFoundError('the e-mail address is of no allowed domain');
    }
    if (!accepts(localPart)) {
      throw new NotFoundError('the local part is no possible entity name');
    }
    return resolver(info, context);
  };
}

/**
 * The framework's resolver also finds `ada@` for `ada+x@`. Whoever can be
 * invited under such an address would be that person: it is done only where
 * Palette has verified that the address is theirs.
 */
function byEmail(options: {
  dangerouslyAllowSignInWithoutUserInCatalog?: boolean;
}): SignInResolver<ResolverResult> {
  const common =
    commonSignInResolvers.emailMatchingUserEntityProfileEmail(options);
  return async (info, context) => {
    const { email, emailVerified } = info.result.fullProfile;
    return emailVerified || !email?.includes('+')
      ? common(info, context)
      : context.signInWithCatalogUser({
          filter: { 'spec.profile.email': email },
        });
  };
}

/** The resolvers that `signIn.resolvers` can name. */
export const resolverFactories: Record<ResolverName, SignInResolverFactory> = {
  emailMatchingUserEntityProfileEmail: createSignInResolverFactory({
    optionsSchema: emailOptions,
    create: ({ allowedDomains, ...options } = {}) =>
      withAllowedDomains(byEmail(options), allowedDomains),
  }),

  emailLocalPartMatchingUserEntityName: createSignInResolverFactory({
    optionsSchema: emailOptions,
    create: ({ allowedDomains, ...options } = {}) =>
      withAllowedDomains(
        commonSignInResolvers.emailLocalPartMatchingUserEntityName(options),
        allowedDomains,
        localPart => ENTITY_NAME.test(localPart),
      ),
  }),

  paletteUserIdMatchingUserEntityAnnotation: createSignInResolverFactory({
    optionsSchema: annotationOptions,
    create:
      (options = {}): SignInResolver<ResolverResult> =>
      async ({ result }, context) => {
        const { subject } = result.fullProfile;
        if (isEmailSubject(subject)) {
          throw new NotFoundError(
            "Palette names no user id, its 'sub' is an e-mail",
          );
        }
        return context.signInWithCatalogUser(
          { annotations: { [PALETTE_USER_ID_ANNOTATION]: subject } },
          {
            dangerousEntityRefFallback:
              options.dangerouslyAllowSignInWithoutUserInCatalog
                ? { entityRef: { name: subject } }
                : undefined,
          },
        );
      },
  }),
};
