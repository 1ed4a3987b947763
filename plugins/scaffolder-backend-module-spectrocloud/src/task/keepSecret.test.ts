import { keepSecret } from './keepSecret';

describe('keepSecret', () => {
  it('adds the text to the secrets that later steps share', () => {
    const secrets: Record<string, string> = { __initiatorCredentials: '{}' };
    const put = keepSecret(secrets, 'kubeconfig');
    expect(secrets).not.toHaveProperty('kubeconfig');
    put('kind: Config');
    expect(secrets.kubeconfig).toBe('kind: Config');
  });

  it.each(['', '1a', 'a-b', 'a.b', '__proto__', '__initiatorCredentials'])(
    'takes no name like %j',
    name => {
      expect(() => keepSecret({ __initiatorCredentials: '{}' }, name)).toThrow(
        'must begin with a letter',
      );
    },
  );

  it('replaces no secret', () => {
    expect(() =>
      keepSecret({ __initiatorCredentials: '{}', a: 'x' }, 'a'),
    ).toThrow("has a secret 'a' already");
  });

  it.each([undefined, {}])('refuses where steps share no secrets', secrets => {
    expect(() => keepSecret(secrets, 'a')).toThrow('no safe place');
  });
});
