import { Keyring } from './Keyring';

const OLD = 'old secret that is long enough for a key';
const NEW = 'new secret that is long enough for a key';

describe('Keyring', () => {
  const keyring = Keyring.fromSecrets([OLD]);

  it('opens what it sealed for the same context only', () => {
    const envelope = keyring.seal('top secret', 'row-1');
    expect(keyring.open(envelope, 'row-1')).toBe('top secret');
    expect(keyring.open(envelope, 'row-2')).toBeUndefined();
  });

  it('hides the text, and seals the same text differently each time', () => {
    const envelope = keyring.seal('top secret', 'row-1');
    expect(Buffer.from(envelope.split('.')[2], 'base64url')).not.toContain(
      'top secret',
    );
    expect(keyring.seal('top secret', 'row-1')).not.toBe(envelope);
  });

  it('opens with every key but seals with the first, so that keys can be rotated', () => {
    const before = keyring.seal('top secret', 'row-1');
    const rotating = Keyring.fromSecrets([NEW, OLD]);
    expect(rotating.open(before, 'row-1')).toBe('top secret');
    const after = rotating.seal('top secret', 'row-1');
    const rotated = Keyring.fromSecrets([NEW]);
    expect(rotated.open(after, 'row-1')).toBe('top secret');
    expect(rotated.open(before, 'row-1')).toBeUndefined();
    expect(keyring.open(after, 'row-1')).toBeUndefined();
  });

  it('finds the key by an id that does not tell the secret', () => {
    const [, id] = keyring.seal('top secret', 'row-1').split('.');
    const [, again] = Keyring.fromSecrets([OLD]).seal('x', 'y').split('.');
    expect(again).toBe(id);
    expect(OLD).not.toContain(id);
    expect(Keyring.fromSecrets([NEW]).seal('x', 'y').split('.')[1]).not.toBe(
      id,
    );
  });

  it('opens what earlier releases sealed, bound to version, key id and context', () => {
    const sealedEarlier =
      'v1.6d75e3375d51.lRWVxKWWnXw4P-BKYj1jZa4W4pl-gv4103f0J4oxEW1TNNjMW7U';
    expect(keyring.open(sealedEarlier, 'row-1')).toBe('top secret');
  });

  it('opens nothing under the id of another of its keys', () => {
    const both = Keyring.fromSecrets([NEW, OLD]);
    const [version, oldId, payload] = keyring.seal('top', 'row-1').split('.');
    const [, newId] = both.seal('top', 'row-1').split('.');
    expect(both.open(`${version}.${oldId}.${payload}`, 'row-1')).toBe('top');
    expect(
      both.open(`${version}.${newId}.${payload}`, 'row-1'),
    ).toBeUndefined();
  });

  it('opens nothing in which a single bit was changed', () => {
    const [version, id, payload] = keyring.seal('top', 'row-1').split('.');
    const bytes = Buffer.from(payload, 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed[bit >> 3] ^= 1 << (bit & 7);
      const envelope = `${version}.${id}.${changed.toString('base64url')}`;
      expect(keyring.open(envelope, 'row-1')).toBeUndefined();
    }
  });

  it.each([
    ['nothing', ''],
    ['a word', 'token'],
    ['dots', '...'],
    ['another version', 'v2.abc.def'],
    ['a cut envelope', keyring.seal('top secret', 'row-1').slice(0, 30)],
    ['an envelope with more', `${keyring.seal('top', 'row-1')}.more`],
  ])('opens nothing made of %s', (_, envelope) => {
    expect(keyring.open(envelope, 'row-1')).toBeUndefined();
  });
});
