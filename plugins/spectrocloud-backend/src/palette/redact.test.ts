import fc from 'fast-check';
import { redact } from './redact';

const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkYW5hIn0.c2lnbmF0dXJl';

describe('redact', () => {
  it.each([
    [`token ${JWT} expired`, JWT],
    [`Authorization: ${JWT}`, 'c2lnbmF0dXJl'],
    ['ApiKey: 0f9a-key not found', '0f9a-key'],
    ['{"password":"hunter\\"2"}', 'hunter'],
    ['client_secret=abc&x=1', 'abc'],
    ['user dana@acme.example is unknown', 'dana@acme.example'],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'AAAA'],
  ])('takes secrets out of %s', (text, secret) => {
    expect(redact(text)).not.toContain(secret);
  });

  it('takes given secrets out wherever they stand', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, maxLength: 40 }),
        fc.string(),
        fc.string(),
        (secret, before, after) => {
          fc.pre(!'[redacted]'.includes(secret));
          const text = redact(`${before}${secret}${after}`, [secret]);
          expect(text.replaceAll('[redacted]', '')).not.toContain(secret);
        },
      ),
    );
  });

  it('leaves nothing that could break a log line, and no long text', () => {
    const text = redact(`a\r\nINFO forged${'x'.repeat(1_000)}`);
    expect(text).not.toMatch(/[\r\n]/);
    expect(text.length).toBeLessThanOrEqual(500);
  });

  it('keeps what helps', () => {
    expect(redact('Cluster name is already in use')).toBe(
      'Cluster name is already in use',
    );
  });
});
