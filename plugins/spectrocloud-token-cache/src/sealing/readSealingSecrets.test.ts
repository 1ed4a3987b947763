import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { Keyring } from './Keyring';
import { readSealingSecrets } from './readSealingSecrets';

const KEY_1 = 'first key of thirty-two characters';
const KEY_2 = 'other key of thirty-two characters';
const LONG = 'exactly thirty-two characters ..';
const SHORT = LONG.slice(1);
const CLIENT_SECRET = 'auth.providers.spectrocloud.development.clientSecret';

describe('readSealingSecrets', () => {
  const read = (data: object, isDevelopment = false) =>
    readSealingSecrets(new ConfigReader(data as never), { isDevelopment });
  const withKeys = (encryptionKeys: string[]) => ({
    auth: { session: { secret: LONG } },
    spectrocloud: { tokenCache: { encryptionKeys } },
  });
  const withSession = (secret: string, clientSecret = LONG) => ({
    auth: {
      session: { secret },
      providers: { spectrocloud: { development: { clientSecret } } },
    },
  });
  const withClient = (clientSecret: string) => ({
    auth: { providers: { spectrocloud: { development: { clientSecret } } } },
  });

  it('takes encryptionKeys before anything else, in their order', () => {
    expect(read(withKeys([KEY_1, KEY_2]))).toEqual({
      secrets: [KEY_1, KEY_2],
      warnings: [],
    });
  });

  it('takes the session secret without them', () => {
    expect(read(withSession(KEY_1)).secrets).toEqual([KEY_1]);
  });

  it.each([
    ['development', undefined],
    ['production', 'production'],
  ])('takes the client secret of %s without both', (name, environment) => {
    const clientSecret = `secret of ${name}, long enough for a key`;
    const spectrocloud = { [name]: { clientSecret } };
    const config = { auth: { environment, providers: { spectrocloud } } };
    expect(read(config).secrets).toEqual([clientSecret]);
  });

  it('names all keys when there is nothing to derive from', () => {
    expect(() => read({ auth: { environment: 'production' } })).toThrow(
      'spectrocloud.tokenCache.encryptionKeys is needed to seal Palette tokens, since there is neither auth.session.secret nor auth.providers.spectrocloud.production.clientSecret to derive a key from',
    );
  });

  it.each([
    [[], 'encryptionKeys is empty'],
    [[KEY_1, SHORT], 'encryptionKeys[1] has fewer than 32 characters'],
    [[KEY_1, KEY_1], 'encryptionKeys holds the same key twice'],
  ])('refuses %j', (keys, message) => {
    expect(() => read(withKeys(keys))).toThrow(message);
    expect(() => read(withKeys(keys), true)).toThrow(message);
  });

  it.each([
    ['auth.session.secret', withSession(SHORT)],
    [CLIENT_SECRET, withClient(SHORT)],
  ])('refuses a %s that can be guessed, and says what to do', (key, config) => {
    expect(() => read(config)).toThrow(
      `${key} has fewer than 32 characters: whoever guesses it could seal a session in another user's name; set spectrocloud.tokenCache.encryptionKeys, and make one with \`openssl rand -base64 32\``,
    );
  });

  it.each([
    ['auth.session.secret', withSession(SHORT)],
    [CLIENT_SECRET, withClient(SHORT)],
  ])('only warns of such a %s in development', (key, config) => {
    expect(read(config, true)).toEqual({
      secrets: [SHORT],
      warnings: [expect.stringContaining(`${key} has fewer than 32`)],
    });
  });

  it('warns in production when keys of our own are missing', () => {
    expect(read(withSession(LONG)).warnings).toEqual([
      expect.stringMatching(
        /^spectrocloud\.tokenCache\.encryptionKeys is missing, so .* made of auth\.session\.secret/,
      ),
    ]);
    expect(read(withSession(LONG), true).warnings).toEqual([]);
  });

  it('never shows a secret', () => {
    const secret = 'my short key';
    expect(() => read(withKeys([secret]))).not.toThrow(secret);
    expect(() => read(withSession(secret))).not.toThrow(secret);
    const shown = [read(withSession(secret), true), read(withSession(LONG))];
    expect(String(shown.map(({ warnings }) => warnings))).not.toMatch(
      new RegExp(`${secret}|${LONG}`),
    );
  });

  describe('at start', () => {
    const { NODE_ENV } = process.env;
    const start = (data: object, nodeEnv: string) => {
      Object.assign(process.env, { NODE_ENV: nodeEnv });
      const logger = mockServices.logger.mock();
      const config = new ConfigReader(data as never);
      return { keyring: Keyring.fromConfig(config, { logger }), logger };
    };
    afterEach(() => {
      Object.assign(process.env, { NODE_ENV });
    });

    it('is what a keyring of the configuration seals with', () => {
      const { keyring, logger } = start(withKeys([KEY_1]), 'production');
      const envelope = keyring.seal('text', 'context');
      expect(Keyring.fromSecrets([KEY_1]).open(envelope, 'context')).toBe(
        'text',
      );
      expect(logger.warn).not.toHaveBeenCalled();
    });

    it('a guessable secret does in development, with a warning', () => {
      const { logger } = start(withSession(SHORT), 'development');
      expect(logger.warn).toHaveBeenCalledTimes(1);
    });

    it.each(['production', 'test'])(
      'a guessable secret does not in NODE_ENV %s',
      nodeEnv => {
        expect(() => start(withSession(SHORT), nodeEnv)).toThrow(
          'auth.session.secret has fewer than 32',
        );
      },
    );
  });
});
