import { SecretWatch } from './SecretWatch';

describe('SecretWatch', () => {
  const line = (message: string, level = 'info') =>
    JSON.stringify({ level, message });

  it('finds what it was told, and every JWT', () => {
    const watch = new SecretWatch();
    watch.add('a-handle-of-some-length');
    expect(
      watch.findIn([
        line('handle a-handle-of-some-length'),
        line('token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'debug'),
        line('user:default/dana signed in'),
      ]),
    ).toEqual([
      expect.stringContaining('a secret in'),
      expect.stringContaining('a JWT in'),
    ]);
  });

  it('finds e-mails above debug only', () => {
    const watch = new SecretWatch();
    const message = 'dev.dana@acme.example';
    expect(watch.findIn([line(message)])).toHaveLength(1);
    expect(watch.findIn([line(message, 'debug')])).toHaveLength(0);
  });
});
