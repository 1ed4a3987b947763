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
  const logger = mockServices.logger.mock();

  const gateWith = (
    options: { enabled?: boolean; ttlMs?: number; now?: () => number } = {},
  ) =>
    new PermissionGate({
      permissions: mockServices.permissions.mock({ authorize }),
      logger,
      decisions: new DecisionCache({
        ttlMs: options.ttlMs ?? 5_000,
        now: options.now,
      }),
      enabled: options.enabled ?? true,
    });

  beforeEach(() => {
    logger.error.mockReset();
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

  it('says in the log why it could not be told', async () => {
    const error = new Error('the policy is away');
    authorize.mockRejectedValue(error);
    await expect(
      gateWith().rightsOf({ credentials: mockCredentials.user() }, [SEE]),
    ).rejects.toMatchObject({ name: 'ServiceUnavailableError' });
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('permission check failed'),
      error,
    );
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

    it('not with a plugin that acts for the user, whatever the token', async () => {
      const gate = gateWith();
      const credentials = mockCredentials.user();
      const actor = { subject: 'plugin:mcp-actions' };
      const acting = mockCredentials.user(undefined, { actor });
      for (const caller of [credentials, acting, credentials, acting]) {
        await gate.rightsOf({ credentials: caller, authorization: 'a' }, [SEE]);
      }
      expect(authorize.mock.calls.map(([, asked]) => asked)).toEqual([
        { credentials },
        { credentials: acting },
      ]);
    });

    it('not beyond the end of the token', async () => {
      let now = 1_000_000;
      const gate = gateWith({ now: () => now });
      const credentials = {
        ...mockCredentials.user(),
        expiresAt: new Date(now + 2_000),
      };
      const ask = () =>
        gate.rightsOf({ credentials, authorization: 'a' }, [SEE]);
      await ask();
      now += 1_999;
      await ask();
      expect(authorize).toHaveBeenCalledTimes(1);
      now += 2;
      await ask();
      expect(authorize).toHaveBeenCalledTimes(2);
    });

    it('with nobody when permissionTtl is 0', async () => {
      const same = { authorization: 'a' };
      expect(await askTwice(gateWith({ ttlMs: 0 }), same, same)).toBe(2);
    });
  });
});
