import { createContext } from '../createContext';
import { DEFAULT_SETTINGS } from '../settings';
import { issuerOf, type SimulatorContext } from '../SimulatorContext';
import { authenticate } from './authenticate';

const NOW_SECONDS = 1_800_000_000;

describe('authenticate', () => {
  let context: SimulatorContext;
  let now: number;

  beforeAll(async () => {
    context = await createContext({
      clock: () => now,
      client: { id: 'backstage', secret: 'secret' },
      settings: DEFAULT_SETTINGS,
    });
    context.url = 'https://palette.test';
  });

  beforeEach(() => {
    now = NOW_SECONDS * 1000;
  });

  const withClaims = async (claims: Record<string, unknown>) => {
    const token = await context.keys.sign({
      iss: issuerOf(context, 'demo'),
      aud: 'backstage',
      email: 'dana@acme.example',
      exp: NOW_SECONDS + 60,
      ...claims,
    });
    return authenticate(context, 'demo', `Bearer ${token}`);
  };
  const refused = { code: 401 };

  it('gives an expired token no second', async () => {
    await expect(withClaims({ exp: NOW_SECONDS + 1 })).resolves.toMatchObject({
      name: 'dana@acme.example',
    });
    await expect(withClaims({ exp: NOW_SECONDS - 1 })).rejects.toMatchObject(
      refused,
    );
  });

  it('gives one that isn’t valid yet a minute', async () => {
    await expect(withClaims({ nbf: NOW_SECONDS + 59 })).resolves.toBeDefined();
    await expect(withClaims({ nbf: NOW_SECONDS + 61 })).rejects.toMatchObject(
      refused,
    );
  });

  it('never looks at when a token was issued', async () => {
    await expect(
      withClaims({ iat: NOW_SECONDS + 3_600 }),
    ).resolves.toBeDefined();
  });

  it.each<Record<string, unknown>>([
    { exp: undefined },
    { aud: 'another' },
    { aud: ['another', 'third'] },
    { iss: 'https://palette.test' },
    { email: undefined },
    { email: '' },
    { email_verified: false },
    { email_verified: 'true' },
    { groups: 7 },
    { groups: [7] },
  ])('refuses %j', async claims => {
    await expect(withClaims(claims)).rejects.toMatchObject(refused);
  });

  it.each<[Record<string, unknown>, string[]]>([
    [{ aud: ['another', 'backstage'] }, []],
    [{ groups: 'one' }, ['one']],
    [{ groups: ['one', 'two'] }, ['one', 'two']],
    [{ email_verified: true }, []],
  ])('takes %j', async (claims, groups) => {
    await expect(withClaims(claims)).resolves.toEqual({
      name: 'dana@acme.example',
      groups: [...groups, 'system:authenticated'],
    });
  });
});
