import { ConfigReader } from '@backstage/config';
import { Keyring } from './Keyring';
import { readSealingSecrets } from './readSealingSecrets';

const KEY_1 = 'first key of thirty-two characters';
const KEY_2 = 'other key of thirty-two characters';

describe('readSealingSecrets', () => {
  const read = (data: object) =>
    readSealingSecrets(new ConfigReader(data as never));
  const withKeys = (encryptionKeys: string[]) => ({
    auth: { session: { secret: 'session secret' } },
    spectrocloud: { tokenCache: { encryptionKeys } },
  });

  it('takes encryptionKeys before anything else, in their order', () => {
    expect(read(withKeys([KEY_1, KEY_2]))).toEqual([KEY_1, KEY_2]);
  });

  it('takes the session secret without them', () => {
    const providers = {
      spectrocloud: { development: { clientSecret: 'client secret' } },
    };
    expect(
      read({ auth: { session: { secret: 'session secret' }, providers } }),
    ).toEqual(['session secret']);
  });

  it.each([
    ['development', undefined],
    ['production', 'production'],
  ])('takes the client secret of %s without both', (name, environment) => {
    const spectrocloud = { [name]: { clientSecret: `secret of ${name}` } };
    expect(
      read({ auth: { environment, providers: { spectrocloud } } }),
    ).toEqual([`secret of ${name}`]);
  });

  it('names all keys when there is nothing to derive from', () => {
    expect(() => read({ auth: { environment: 'production' } })).toThrow(
      'spectrocloud.tokenCache.encryptionKeys is needed to seal Palette tokens, since there is neither auth.session.secret nor auth.providers.spectrocloud.production.clientSecret to derive a key from',
    );
  });

  it.each([
    [[], 'encryptionKeys is empty'],
    [[KEY_1, 'short'], 'encryptionKeys[1] has fewer than 32 characters'],
    [[KEY_1, KEY_1], 'encryptionKeys holds the same key twice'],
  ])('refuses %j', (keys, message) => {
    expect(() => read(withKeys(keys))).toThrow(message);
  });

  it('never shows a key in its refusal', () => {
    expect(() => read(withKeys(['my short key']))).not.toThrow('my short key');
  });

  it('is what a keyring of the configuration seals with', () => {
    const config = new ConfigReader(withKeys([KEY_1]));
    const envelope = Keyring.fromConfig(config).seal('text', 'context');
    expect(Keyring.fromSecrets([KEY_1]).open(envelope, 'context')).toBe('text');
  });
});
