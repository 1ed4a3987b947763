import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { DecisionCache } from './DecisionCache';
import { PermissionGate } from './PermissionGate';

const SEE = createPermission({ name: 'see', attributes: {} });
const TOUCH = createPermission({ name: 'touch', attributes: {} });

describe('PermissionGate', () => {
  const authorize = jest.fn();

  const gateWith = (options: { enabled?: boolean; ttlMs?: number } = {}) =>
    new PermissionGate({
      permissions: mockServices.permissions.mock({ authorize }),
      logger: mockServices.logger.mock(),
      decisions: new DecisionCache({ ttlMs: options.ttlMs ?? 5_000 }),
      enabled: options.enabled ?? true,
    });

  beforeEach(() => {
    authorize.mockReset();
    authorize.mockImplementation(async (asked: unknown[]) =>
      asked.map(() => ({ result: AuthorizeResult.ALLOW })),
    );
  });

  afterEach(() => jest.useRealTimers());

  it('waits ten seconds at most for a permission system that never answers', async () => {
    jest.useFakeTimers();
    authorize.mockReturnValue(new Promise(() => {}));
    const asked = gateWith()
      .rightsOf({ credentials: mockCredentials.user() }, [SEE])
      .catch((error: Error) => error.name);
    await jest.advanceTimersByTimeAsync(9_999);
    expect(jest.getTimerCount()).toBe(1);
    await jest.advanceTimersByTimeAsync(1);
    await expect(asked).resolves.toBe('ServiceUnavailableError');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('asks nobody when enablePermissions is false', async () => {
    const rights = await gateWith({ enabled: false }).rightsOf(
      { credentials: mockCredentials.user() },
      [SEE],
    );
    expect(rights.allows(SEE)).toBe(true);
    expect(authorize).not.toHaveBeenCalled();
  });

  it('asks for several permissions in one call, with the credentials of the caller', async () => {
    authorize.mockResolvedValue([
      { result: AuthorizeResult.DENY },
      { result: AuthorizeResult.ALLOW },
    ]);
    const credentials = mockCredentials.user();
    const rights = await gateWith().rightsOf({ credentials }, [
      SEE,
      TOUCH,
      SEE,
    ]);
    expect(authorize).toHaveBeenCalledTimes(1);
    expect(authorize).toHaveBeenCalledWith(
      [{ permission: SEE }, { permission: TOUCH }],
      { credentials },
    );
    expect(rights.allows(SEE)).toBe(false);
    expect(() => rights.require([SEE])).toThrow(`lack the permission 'see'`);
    rights.require([SEE, TOUCH]);
  });

  it('knows nothing of a permission that was not asked for', async () => {
    const rights = await gateWith().rightsOf(
      { credentials: mockCredentials.user() },
      [SEE],
    );
    expect(() => rights.allows(TOUCH)).toThrow(`'touch' was not asked for`);
  });

  describe('shares decisions', () => {
    const askTwice = async (
      gate: PermissionGate,
      one: { user?: string; authorization?: string },
      other: { user?: string; authorization?: string },
    ) => {
      for (const { user, authorization } of [one, other]) {
        await gate.rightsOf(
          { credentials: mockCredentials.user(user), authorization },
          [SEE],
        );
      }
      return authorize.mock.calls.length;
    };

    it.each([
      ['with the same user and token', { authorization: 'a' }, 1],
      ['not with another token of theirs', { authorization: 'b' }, 2],
      ['not without a token', {}, 2],
      [
        'not with another user, whatever the token',
        { user: 'user:default/other', authorization: 'a' },
        2,
      ],
    ])('%s', async (_, other, calls) => {
      expect(await askTwice(gateWith(), { authorization: 'a' }, other)).toBe(
        calls,
      );
    });

    it('with nobody when permissionTtl is 0', async () => {
      const same = { authorization: 'a' };
      expect(await askTwice(gateWith({ ttlMs: 0 }), same, same)).toBe(2);
    });
  });
});
