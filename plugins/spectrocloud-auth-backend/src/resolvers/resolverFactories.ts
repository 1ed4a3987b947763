import { domainToUnicode } from 'node:url';
import { NotFoundError } from '@backstage/errors';
import {
  type OAuthAuthenticatorResult,
  type SignInResolver,
  type SignInResolverFactory,
  commonSignInResolvers,
  createSignInResolverFactory,
} from '@backstage/plugin-auth-node';
import { PALETTE_USER_ID_ANNOTATION } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  foldCase,
  foldEmail,
  toAsciiDomain,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import { z } from 'zod/v3';
import type { ResolverName } from '../config/readResolverEntries';
import { isEmailVerified } from '../oidc/claims';
import { isEmailSubject } from '../oidc/paletteDeviations';

/** What resolvers know of a person. */
export interface ResolverUser {
  /** The usable e-mail address, exactly one `@`. */
  email?: string;
  /** `sub` of the ID token. */
  subject: string;
  /** What Palette says of the user, verified. */
  claims: Record<string, unknown>;
}

/** What the resolvers are given. */
export type ResolverResult = OAuthAuthenticatorResult<ResolverUser>;

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
  const allowed = allowedDomains?.map(toAsciiDomain);
  return async (info, context) => {
    // The catalog ignores case, so an address that would become another's is as good as none.
    const folded = foldEmail(info.profile.email ?? '');
    if (folded === undefined) {
      throw new NotFoundError('the account has no usable e-mail address');
    }
    const [localPart, domain] = folded.split('@');
    if (allowed && !allowed.includes(domain)) {
      throw new NotFoundError('the e-mail address is of no allowed domain');
    }
    if (!accepts(localPart)) {
      throw new NotFoundError('the local part is no possible entity name');
    }
    return resolver(info, context);
  };
}

/** The ways in which the catalog may spell an address whose domain isn't ASCII; it ignores case. */
function spellingsOf(email: string): string[] {
  const [localPart, domain] = email.toLowerCase().split('@');
  const domains = [domain, toAsciiDomain(domain), domainToUnicode(domain)];
  return [...new Set(domains)].map(spelling => `${localPart}@${spelling}`);
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
    const { email = '', claims } = info.result.fullProfile;
    const spellings = spellingsOf(email);
    if (spellings.length > 1) {
      return context.signInWithCatalogUser(
        { filter: { 'spec.profile.email': spellings } },
        {
          dangerousEntityRefFallback:
            options.dangerouslyAllowSignInWithoutUserInCatalog
              ? { entityRef: { name: email } }
              : undefined,
        },
      );
    }
    return !email.includes('+') || isEmailVerified(claims)
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
        if (foldCase(subject) === undefined) {
          throw new NotFoundError(
            "the 'sub' becomes another one when case is ignored, as the catalog does",
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
