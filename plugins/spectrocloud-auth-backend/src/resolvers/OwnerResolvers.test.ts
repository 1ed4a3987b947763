import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import type { AuthResolverContext } from '@backstage/plugin-auth-node';
import { PALETTE_USER_ID_ANNOTATION } from '@terasky/backstage-plugin-spectrocloud-common';
import { environmentConfig } from '../__testUtils__/environmentConfig';
import { createSignInResolver } from './createSignInResolver';
import { OwnerResolvers } from './OwnerResolvers';

const ADA = {
  tenantUid: 'acme',
  userUid: 'uid-ada',
  email: 'ada@acme.example',
};

/** A catalog that knows Ada by one query only. */
function contextWith(signInWithCatalogUser: jest.Mock): AuthResolverContext {
  return { signInWithCatalogUser } as unknown as AuthResolverContext;
}

function signInAs(sub: string) {
  const payload = Buffer.from(JSON.stringify({ sub })).toString('base64url');
  return { token: `e30.${payload}.x` };
}

describe('OwnerResolvers', () => {
  const asked = jest.fn();
  beforeEach(() => asked.mockReset());

  function ownersWith(...resolvers: object[]) {
    const environment = environmentConfig('https://palette.example', {
      resolvers: resolvers.map(entry => new ConfigReader({ ...entry })),
    });
    const owners = new OwnerResolvers();
    const logger = mockServices.logger.mock();
    const resolver = createSignInResolver(environment, logger)!;
    owners.add('production', resolver, contextWith(asked));
    return (identity: object) =>
      owners.resolve({
        environment: 'production',
        identity: { ...ADA, ...identity },
      });
  }

  it('asks for the user id and the address that Palette names', async () => {
    const resolve = ownersWith(
      { resolver: 'paletteUserIdMatchingUserEntityAnnotation' },
      { resolver: 'emailMatchingUserEntityProfileEmail' },
    );
    asked
      .mockRejectedValueOnce(new NotFoundError('nobody'))
      .mockResolvedValueOnce(signInAs('user:default/ada'));
    expect(await resolve({})).toBe('user:default/ada');
    expect(asked.mock.calls.map(([query]) => query)).toEqual([
      { annotations: { [PALETTE_USER_ID_ANNOTATION]: ADA.userUid } },
      { filter: { 'spec.profile.email': ADA.email } },
    ]);
  });

  it('takes no address for another that only the sign-in could verify', async () => {
    const resolve = ownersWith({
      resolver: 'emailMatchingUserEntityProfileEmail',
    });
    asked.mockRejectedValue(new NotFoundError('nobody'));
    await resolve({ email: 'ada+mallory@acme.example' });
    expect(asked.mock.calls.map(([query]) => query)).toEqual([
      { filter: { 'spec.profile.email': 'ada+mallory@acme.example' } },
    ]);
  });

  it.each([
    ['without an address', { email: undefined }],
    ['of a foreign domain', { email: 'ada@evil.example' }],
    ['with two addresses in one', { email: 'ada@acme.example@evil.example' }],
  ])('finds nobody for a Palette user %s', async (_, identity) => {
    const resolve = ownersWith({
      resolver: 'emailLocalPartMatchingUserEntityName',
      allowedDomains: ['acme.example'],
    });
    expect(await resolve(identity)).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
  });

  it('says that it can not be told while the catalog is down', async () => {
    const resolve = ownersWith({
      resolver: 'emailMatchingUserEntityProfileEmail',
    });
    asked.mockRejectedValue(new Error('no connection'));
    await expect(resolve({})).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
  });

  it('says so, too, before the auth plugin has started', async () => {
    const owners = new OwnerResolvers();
    await expect(
      owners.resolve({ environment: 'production', identity: ADA }),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
  });
});
