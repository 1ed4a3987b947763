import { domainToUnicode } from 'node:url';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  type AuthResolverContext,
  type BackstageSignInResult,
  type OAuthAuthenticatorResult,
  type SignInResolver,
  commonSignInResolvers,
} from '@backstage/plugin-auth-node';
import {
  PALETTE_USER_ID_ANNOTATION,
  foldCase,
  foldEmail,
  toAsciiDomain,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { ResolverName } from '../config/readResolverEntries';
import { LoginFailure } from '../login/LoginFailure';
import { isEmailSubject } from '../oidc/paletteDeviations';
import { isEmailVerified } from '../oidc/verifyTokenResponse';

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

/**
 * Finds the Backstage user of a Palette user.
 *
 * @throws LoginFailure; one that is not transient when the catalog names nobody, or several
 */
export type UserResolver = (
  user: ResolverUser,
  context: AuthResolverContext,
) => Promise<BackstageSignInResult>;

/** One entry of `signIn.resolvers`. */
export interface NamedResolver {
  name: ResolverName;
  resolve: SignInResolver<ResolverResult>;
}

interface Fallback {
  dangerouslyAllowSignInWithoutUserInCatalog?: boolean;
}

type EmailOptions = Fallback & { allowedDomains?: string[] };

const BY_ANNOTATION: ResolverName = 'paletteUserIdMatchingUserEntityAnnotation';

/** What makes a catalog entity match, in words for the person who isn't matched. */
const REMEDIES: Record<ResolverName, string> = {
  emailMatchingUserEntityProfileEmail:
    'a User whose spec.profile.email is your e-mail address in Palette',
  emailLocalPartMatchingUserEntityName:
    'a User named like the part of that address before the @',
  paletteUserIdMatchingUserEntityAnnotation: `a User with your Palette user id in its annotation ${PALETTE_USER_ID_ANNOTATION}`,
};

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
function byAnyEmail(options: Fallback): SignInResolver<ResolverResult> {
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

/** By the e-mail address in the user entity's profile. */
export function byEmail({
  allowedDomains,
  ...fallback
}: EmailOptions): SignInResolver<ResolverResult> {
  return withAllowedDomains(byAnyEmail(fallback), allowedDomains);
}

/** By the part of the e-mail address before the `@`, which is the user entity's name. */
export function byLocalPart({
  allowedDomains,
  ...fallback
}: EmailOptions): SignInResolver<ResolverResult> {
  return withAllowedDomains(
    commonSignInResolvers.emailLocalPartMatchingUserEntityName(fallback),
    allowedDomains,
    localPart => ENTITY_NAME.test(localPart),
  );
}

/** By the Palette user id in an annotation of the user entity. */
export function byAnnotation(
  fallback: Fallback,
): SignInResolver<ResolverResult> {
  return async ({ result }, context) => {
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
          fallback.dangerouslyAllowSignInWithoutUserInCatalog
            ? { entityRef: { name: subject } }
            : undefined,
      },
    );
  };
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
    new Error(
      `tried: ${tried.join(', ')}${noEmail && '; Palette sent no e-mail address'}`,
    ),
    `The Backstage catalog has no user for this Palette account (tried: ${tried.join(', ')}).${noEmail}${remedies && ` Ask your administrator to add ${remedies}.`}`,
  );
}

/** Tries resolvers in order until one finds the user. */
export function tryInOrder(
  resolvers: NamedResolver[],
  logger: LoggerService,
): UserResolver {
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
