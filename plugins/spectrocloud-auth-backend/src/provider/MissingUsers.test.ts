import { mockServices } from '@backstage/backend-test-utils';
import { LoginFailure } from '../login/LoginFailure';
import type { VerifiedLogin } from '../oidc/logins';
import { MissingUsers } from './MissingUsers';

const LOGIN = {
  issuer: 'https://palette.example',
  subject: 'u1',
  email: 'olga@acme.example',
  claims: {},
  tokens: { idToken: 'verified', sessionToken: 'hers' },
} as unknown as VerifiedLogin;

describe('MissingUsers', () => {
  let now = 1;
  const identify = jest.fn();
  const publish = jest.fn();
  const ask = jest.fn<Promise<string>, []>();
  const cause = new Error('tried: emailMatchingUserEntityProfileEmail');
  const missing = new LoginFailure('user_not_found', cause);
  const create = () =>
    new MissingUsers({
      sessions: { identify },
      events: { publish, subscribe: jest.fn() },
      logger: mockServices.logger.mock(),
      now: () => now,
      sleep: async ms => {
        now += ms;
      },
    });
  const wait = (users: MissingUsers) =>
    users.waitFor(ask, { missing, environment: 'production', login: LOGIN });

  beforeEach(() => {
    now = 1;
    jest.resetAllMocks();
    identify.mockResolvedValue({ userUid: 'u1', tenantUid: 't1' });
    ask.mockRejectedValue(missing);
  });

  it('are announced once Palette has said who it is, and found when the catalog has them', async () => {
    ask.mockRejectedValueOnce(missing).mockResolvedValue('olga');
    expect(await wait(create())).toBe('olga');
    expect(ask).toHaveBeenCalledTimes(2);
    expect(publish.mock.calls).toEqual([
      [
        {
          topic: 'spectrocloud.user-missing',
          eventPayload: {
            environment: 'production',
            userUid: 'u1',
            tenantUid: 't1',
          },
        },
      ],
    ]);
  });

  it('are waited for no longer than eight seconds', async () => {
    await expect(wait(create())).rejects.toMatchObject({
      reason: 'user_being_added',
      message: 'You are being added; try again in a minute.',
      cause,
    });
    expect(now).toBe(8_001);
    expect(ask).toHaveBeenCalledTimes(16);
  });

  it('are refused where the catalog still has none a minute later', async () => {
    const users = create();
    const failure = { reason: 'user_being_added' };
    await expect(wait(users)).rejects.toMatchObject(failure);
    await expect(wait(users)).rejects.toMatchObject(failure);
    now += 60_000;
    await expect(wait(users)).rejects.toBe(missing);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('are not announced while Palette doesn’t say who it is', async () => {
    identify.mockResolvedValue(undefined);
    await expect(wait(create())).rejects.toBe(missing);
    expect(publish).not.toHaveBeenCalled();
    expect(ask).not.toHaveBeenCalled();
  });

  it('are not announced where Palette says that it is somebody else', async () => {
    identify.mockRejectedValue(
      Object.assign(new Error('other'), { name: 'NotAllowedError' }),
    );
    await expect(wait(create())).rejects.toMatchObject({
      reason: 'session_mismatch',
    });
    expect(publish).not.toHaveBeenCalled();
  });

  it('are announced once a minute, however often they try', async () => {
    const users = create();
    ask.mockResolvedValue('olga');
    await wait(users);
    await wait(users);
    expect(publish).toHaveBeenCalledTimes(1);
    now += 60_001;
    await wait(users);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('are announced again where it failed', async () => {
    const users = create();
    ask.mockResolvedValue('olga');
    publish.mockRejectedValueOnce(new Error('the bus is down'));
    expect(await wait(users)).toBe('olga');
    await wait(users);
    expect(publish).toHaveBeenCalledTimes(2);
  });

  it('wait for no other failure than that nobody is found', async () => {
    const down = new LoginFailure('catalog_unavailable');
    ask.mockRejectedValue(down);
    await expect(wait(create())).rejects.toBe(down);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
