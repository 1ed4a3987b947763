import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  AuthResolverCatalogUserQuery,
  AuthResolverContext,
} from '@backstage/plugin-auth-node';
import type { JsonObject } from '@backstage/types';
import { environmentConfig } from '../__testUtils__/environmentConfig';
import { createSignInResolver } from './createSignInResolver';

const BY_EMAIL = 'emailMatchingUserEntityProfileEmail';
const BY_LOCAL_PART = 'emailLocalPartMatchingUserEntityName';
const BY_ANNOTATION = 'paletteUserIdMatchingUserEntityAnnotation';

/** What is asked of the catalog, and an answer to it. */
type Catalog = (query: AuthResolverCatalogUserQuery) => string | undefined;

describe('createSignInResolver', () => {
  const logger = mockServices.logger.mock();
  beforeEach(() => jest.clearAllMocks());

  async function signIn(
    resolvers: JsonObject[],
    catalog: Catalog | Error,
    user: { email?: string; subject?: string; emailVerified?: boolean } = {},
  ) {
    const { email, subject = 'user-1', emailVerified = false } = user;
    const resolver = createSignInResolver(
      environmentConfig('https://palette.example', {
        resolvers: resolvers.map(entry => new ConfigReader(entry)),
      }),
      logger,
    );
    const signInWithCatalogUser: AuthResolverContext['signInWithCatalogUser'] =
      async (query, options) => {
        if (catalog instanceof Error) {
          throw catalog;
        }
        const fallback = options?.dangerousEntityRefFallback?.entityRef;
        const name =
          catalog(query) ??
          (typeof fallback === 'object' ? fallback.name : fallback);
        if (!name) {
          throw new NotFoundError('User not found');
        }
        return { token: name };
      };
    const { token } = await resolver!(
      { subject, email, claims: { email_verified: emailVerified } },
      { signInWithCatalogUser } as AuthResolverContext,
    );
    return token;
  }

  const byEmail: Catalog = query =>
    'filter' in query &&
    JSON.stringify(query.filter) ===
      '{"spec.profile.email":"dana@acme.example"}'
      ? 'dana-by-email'
      : undefined;
  const byName: Catalog = query =>
    'entityRef' in query ? JSON.stringify(query.entityRef) : undefined;
  const byAnnotation: Catalog = query =>
    'annotations' in query ? JSON.stringify(query.annotations) : undefined;
  const dana = { email: 'dana@acme.example' };

  it('is none where no resolver is configured', () => {
    expect(
      createSignInResolver(environmentConfig('https://p.example'), logger),
    ).toBeUndefined();
  });

  it('finds by e-mail', async () => {
    await expect(signIn([{ resolver: BY_EMAIL }], byEmail, dana)).resolves.toBe(
      'dana-by-email',
    );
  });

  it('takes a plus address for the address before the plus only where it is verified', async () => {
    const plus = { email: 'dana+test@acme.example' };
    await expect(
      signIn([{ resolver: BY_EMAIL }], byEmail, {
        ...plus,
        emailVerified: true,
      }),
    ).resolves.toBe('dana-by-email');
    await expect(
      signIn([{ resolver: BY_EMAIL }], byEmail, plus),
    ).rejects.toMatchObject({ reason: 'user_not_found' });
    await expect(
      signIn([{ resolver: BY_EMAIL }], () => 'dana-plus', plus),
    ).resolves.toBe('dana-plus');
  });

  it('finds by the local part of the e-mail', async () => {
    await expect(
      signIn([{ resolver: BY_LOCAL_PART }], byName, dana),
    ).resolves.toBe('{"name":"dana"}');
  });

  it('finds by the annotation with the Palette user id', async () => {
    await expect(
      signIn([{ resolver: BY_ANNOTATION }], byAnnotation, { subject: 'uid-7' }),
    ).resolves.toBe('{"spectrocloud.com/user-id":"uid-7"}');
  });

  it('never takes a sub that is an e-mail for a user id', async () => {
    await expect(
      signIn([{ resolver: BY_ANNOTATION }], byAnnotation, {
        subject: dana.email,
      }),
    ).rejects.toMatchObject({ reason: 'user_not_found' });
  });

  it.each([BY_EMAIL, BY_LOCAL_PART])(
    'enforces allowedDomains in %s, whatever their case',
    async resolver => {
      const resolvers = [{ resolver, allowedDomains: ['ACME.example'] }];
      const anyone: Catalog = () => 'someone';
      await expect(signIn(resolvers, anyone, dana)).resolves.toBe('someone');
      for (const email of [
        'dana@evil.example',
        'dana@acme.example.evil.example',
        'dana@sub.acme.example',
        'dana@evil.example@acme.example',
        'dana@',
        '@acme.example',
      ]) {
        await expect(
          signIn(resolvers, anyone, { email }),
        ).rejects.toMatchObject({ reason: 'user_not_found' });
      }
    },
  );

  it.each([
    [BY_EMAIL, 'acme\u017F@acme.example'],
    [BY_EMAIL, 'dana@acme\u017F.example'],
    [BY_EMAIL, 'dana@acme.example\u017F'],
    [BY_EMAIL, '\u017Fam@acme.example'],
    [BY_LOCAL_PART, '\u017Fam@acme.example'],
    [BY_LOCAL_PART, 'dana@acme\u017F.example'],
  ])(
    'takes nobody for the one whose ASCII address folding would make of theirs (%s, %j)',
    async (resolver, email) => {
      const allowedDomains = ['acme.example', 'acmes.example'];
      for (const entry of [{ resolver }, { resolver, allowedDomains }]) {
        await expect(
          signIn(
            [{ ...entry, dangerouslyAllowSignInWithoutUserInCatalog: true }],
            () => 'someone',
            { email },
          ),
        ).rejects.toMatchObject({ reason: 'user_not_found' });
      }
    },
  );

  it('takes no sub for the user id that folding would make of it', async () => {
    await expect(
      signIn([{ resolver: BY_ANNOTATION }], byAnnotation, {
        subject: 'uid-\u017F',
      }),
    ).rejects.toMatchObject({ reason: 'user_not_found' });
  });

  it.each(['bücher.example', 'xn--bcher-kva.example'])(
    'knows the domain %s in both of its spellings, allowed and in the catalog',
    async domain => {
      const filters: unknown[] = [];
      for (const spelling of ['BÜCHER.example', 'XN--BCHER-KVA.example']) {
        await expect(
          signIn(
            [{ resolver: BY_EMAIL, allowedDomains: [domain] }],
            query => {
              filters.push('filter' in query && query.filter);
              return 'someone';
            },
            { email: `Dana@${spelling}`, emailVerified: true },
          ),
        ).resolves.toBe('someone');
      }
      const spellings = ['dana@bücher.example', 'dana@xn--bcher-kva.example'];
      expect(filters).toEqual([
        { 'spec.profile.email': spellings },
        { 'spec.profile.email': [...spellings].reverse() },
      ]);
    },
  );

  it.each(['../admin', 'user:default', 'a/b', '-x', 'ä'])(
    'takes the local part %s for no entity name',
    async localPart => {
      await expect(
        signIn([{ resolver: BY_LOCAL_PART }], () => 'someone', {
          email: `${localPart}@acme.example`,
        }),
      ).rejects.toMatchObject({ reason: 'user_not_found' });
    },
  );

  it.each([
    [BY_EMAIL, 'dana@acme.example'],
    [BY_LOCAL_PART, 'dana'],
    [BY_ANNOTATION, 'user-1'],
  ])('keeps the dangerous option of %s', async (resolver, name) => {
    await expect(
      signIn(
        [{ resolver, dangerouslyAllowSignInWithoutUserInCatalog: true }],
        () => undefined,
        dana,
      ),
    ).resolves.toBe(name);
  });

  it('lets no dangerous option get around allowedDomains', async () => {
    await expect(
      signIn(
        [
          {
            resolver: BY_LOCAL_PART,
            allowedDomains: ['acme.example'],
            dangerouslyAllowSignInWithoutUserInCatalog: true,
          },
        ],
        () => undefined,
        { email: 'admin@evil.example' },
      ),
    ).rejects.toMatchObject({ reason: 'user_not_found' });
  });

  it('tries in the configured order and stops at the first match', async () => {
    const asked: string[] = [];
    const catalog: Catalog = query => {
      asked.push(...Object.keys(query));
      return 'entityRef' in query ? 'dana' : undefined;
    };
    await signIn(
      [
        { resolver: BY_ANNOTATION },
        { resolver: BY_LOCAL_PART },
        { resolver: BY_EMAIL },
      ],
      catalog,
      dana,
    );
    expect(asked).toEqual(['annotations', 'entityRef']);
  });

  it('goes on to the next resolver when one does not allow the domain or lacks an e-mail', async () => {
    const resolvers = [
      { resolver: BY_LOCAL_PART, allowedDomains: ['other.example'] },
      { resolver: BY_ANNOTATION },
    ];
    await expect(signIn(resolvers, () => 'found', dana)).resolves.toBe('found');
    await expect(signIn(resolvers, () => 'found')).resolves.toBe('found');
  });

  it('tells once which resolvers were tried and what to add; on which claims only at debug', async () => {
    const failure = await signIn(
      [{ resolver: BY_EMAIL }, { resolver: BY_ANNOTATION }],
      () => undefined,
      dana,
    ).catch(error => error);
    expect(failure).toMatchObject({
      name: 'UserNotInCatalogError',
      message:
        'The Backstage catalog has no user for this Palette account (tried: emailMatchingUserEntityProfileEmail, paletteUserIdMatchingUserEntityAnnotation). Ask your administrator to add a User whose spec.profile.email is your e-mail address in Palette, or a User with your Palette user id in its annotation spectrocloud.com/user-id.',
      // For the log.
      cause: {
        message:
          'tried: emailMatchingUserEntityProfileEmail, paletteUserIdMatchingUserEntityAnnotation',
      },
    });
    expect(logger.debug).toHaveBeenCalledWith(
      expect.stringContaining(
        "emailMatchingUserEntityProfileEmail found no user by e-mail 'dana@acme.example' and sub 'user-1'",
      ),
    );
    expect(logger.info).not.toHaveBeenCalled();
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('tells that Palette sent no e-mail address instead of asking for one in the catalog', async () => {
    await expect(
      signIn([{ resolver: BY_EMAIL }], () => undefined),
    ).rejects.toMatchObject({
      message:
        "The Backstage catalog has no user for this Palette account (tried: emailMatchingUserEntityProfileEmail). Palette sent no e-mail address: Backstage's configuration has to ask for the scope 'email', and your account in Palette needs an address.",
      cause: {
        message:
          'tried: emailMatchingUserEntityProfileEmail; Palette sent no e-mail address',
      },
    });
    await expect(
      signIn(
        [{ resolver: BY_EMAIL }, { resolver: BY_ANNOTATION }],
        () => undefined,
      ),
    ).rejects.toMatchObject({
      message: expect.stringMatching(
        /Palette sent no e-mail address.*Ask your administrator to add a User with your Palette user id/,
      ),
    });
  });

  it('chooses nobody when the catalog has several', async () => {
    await expect(
      signIn([{ resolver: BY_EMAIL }], new ConflictError('many'), dana),
    ).rejects.toMatchObject({ reason: 'user_ambiguous', transient: false });
  });

  it('takes any other failure of the catalog for transient', async () => {
    await expect(
      signIn([{ resolver: BY_EMAIL }], new Error('503'), dana),
    ).rejects.toMatchObject({ reason: 'catalog_unavailable', transient: true });
  });

  it.each([
    [{ resolver: BY_EMAIL, allowedDomain: 'x' }],
    [{ resolver: BY_EMAIL, allowedDomains: 'acme.example' }],
    [{ resolver: BY_EMAIL, allowedDomains: ['@acme.example'] }],
    [{ resolver: BY_EMAIL, allowedDomains: ['*.acme.example'] }],
    [{ resolver: BY_LOCAL_PART, allowedDomains: ['acme.example '] }],
    [{ resolver: BY_LOCAL_PART, allowedDomains: ['acme\u017F.example'] }],
    [{ resolver: BY_ANNOTATION, allowedDomains: ['acme.example'] }],
  ])('refuses the options %p, naming the key', async entry => {
    await expect(signIn([entry], () => undefined)).rejects.toThrow(
      /^Configuration auth\.providers\.spectrocloud\.development\.signIn\.resolvers\[0\] has options/,
    );
  });
});
