import { redactText } from './redactText';

describe('redactText', () => {
  it.each([
    ['a eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln b', 'a [token] b'],
    ['cut eyJhbGciOiJIUzI1NiJ9.eyJzd', 'cut [token]'],
    ['for ada@acme.example.', 'for [e-mail]'],
    ['at ?filter=email%3Dada%40acme.example%2Ckind', 'at [e-mail]'],
    ['one\r\nwarn forged\u0000', 'one warn forged '],
  ])('makes %j fit for a log line', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it.each(['a', 'eyJ', '@', 'a@', '\n'])(
    'takes no longer for a megabyte of %j',
    part => {
      const text = part.repeat(1_000_000 / part.length);
      const startedAt = performance.now();
      redactText(text);
      expect(performance.now() - startedAt).toBeLessThan(500);
    },
  );

  it('keeps a line short', () => {
    expect(redactText('x'.repeat(10_000))).toHaveLength(300);
  });
});
