import fc from 'fast-check';
import { redactText } from './redactText';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkYW5hIn0.c2lnbmF0dXJl';

describe('redactText', () => {
  it.each([
    ['a eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln b', 'a [token] b'],
    ['cut eyJhbGciOiJIUzI1NiJ9.eyJzd', 'cut [token]'],
    ['inside_eyJhbGciOiJIUzI1NiJ9', 'inside_[token]'],
    ['for ada@acme.example.', 'for [e-mail]'],
    ['at ?filter=email%3Dada%40acme.example%2Ckind', 'at [e-mail]'],
    ['one\r\nwarn forged\u0000', 'one warn forged '],
  ])('makes %j fit for a log line', (text, expected) => {
    expect(redactText(text)).toBe(expected);
  });

  it.each([
    [`token ${JWT} expired`, JWT],
    [`Authorization: ${JWT}`, 'c2lnbmF0dXJl'],
    ['ApiKey: 0f9a-key not found', '0f9a-key'],
    ['{"password":"hunter\\"2"}', 'hunter'],
    ['client_secret=abc&x=1', 'abc'],
    ['user dana@acme.example is unknown', 'dana@acme.example'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'AAAA'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA', 'AAAA'],
    ['an encrypted eyJhbGciOiJSU0EifQ.a2V5.aXY.Y2lwaGVy.dGFn', 'dGFn'],
    ['dana@acme.example,erin@acme.example', 'acme'],
    ['/entities?filter=spec.profile.email%3Ddev.dana%40acme.example', 'dana'],
    ['/entities?filter=email=ada%2Bx@acme.example&limit=1', 'ada'],
  ])('takes secrets out of %s', (text, secret) => {
    expect(redactText(text)).not.toContain(secret);
  });

  it('takes given secrets out wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, maxLength: 40 }),
        fc.string(),
        fc.string(),
        (secret, before, after) => {
          fc.pre(!'[redacted]'.includes(secret));
          const text = redactText(`${before}${secret}${after}`, {
            secrets: [secret],
          });
          expect(text.replaceAll('[redacted]', '')).not.toContain(secret);
        },
      ),
    );
  });

  it('takes nothing out for an empty secret', () => {
    expect(redactText('as it is', { secrets: [''] })).toBe('as it is');
  });

  it('leaves nothing that could break a log line, and no long text', () => {
    const text = redactText(`a\r\nINFO forged${'x'.repeat(1_000)}`);
    expect(text).not.toMatch(/[\r\n]/);
    expect(text).toHaveLength(500);
    expect(redactText(text, { maxLength: 300 })).toHaveLength(300);
  });

  it('keeps what helps', () => {
    expect(redactText('Cluster name is already in use')).toBe(
      'Cluster name is already in use',
    );
  });

  it.each(['a', 'eyJ', '@', 'a@', '\n', 'token:', '-----BEGIN ', '"'])(
    'takes no longer for a megabyte of %j',
    part => {
      const text = part.repeat(1_000_000 / part.length);
      const startedAt = performance.now();
      redactText(text);
      expect(performance.now() - startedAt).toBeLessThan(500);
    },
  );
});
