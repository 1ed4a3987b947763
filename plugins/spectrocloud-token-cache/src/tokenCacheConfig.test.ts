import { ConfigReader } from '@backstage/config';
import { readMemoryTtlMs, readTrustedPlugins } from './tokenCacheConfig';

const configOf = (tokenCache: object) =>
  new ConfigReader({ spectrocloud: { tokenCache } } as never);

describe('readMemoryTtlMs', () => {
  it.each([
    [{}, 30_000],
    [{ memoryTtl: { minutes: 2 } }, 120_000],
    [{ memoryTtl: '5s' }, 5_000],
    [{ memoryTtl: { seconds: 0 } }, 0],
  ])('reads %j as %s ms', (tokenCache, expected) => {
    expect(readMemoryTtlMs(configOf(tokenCache))).toBe(expected);
  });

  it('refuses what is no duration, and names the key', () => {
    expect(() => readMemoryTtlMs(configOf({ memoryTtl: 'long' }))).toThrow(
      'memoryTtl',
    );
    expect(() =>
      readMemoryTtlMs(configOf({ memoryTtl: { seconds: -1 } })),
    ).toThrow('spectrocloud.tokenCache.memoryTtl must not be negative');
  });
});

describe('readTrustedPlugins', () => {
  it('trusts nobody by default', () => {
    expect(readTrustedPlugins(configOf({}))).toEqual([]);
  });

  it('reads plugin ids', () => {
    const trustedPlugins = ['scaffolder', 'my-plugin'];
    expect(readTrustedPlugins(configOf({ trustedPlugins }))).toEqual(
      trustedPlugins,
    );
  });

  it.each(['plugin:scaffolder', '*', 'a b'])('refuses %s', plugin => {
    expect(() =>
      readTrustedPlugins(configOf({ trustedPlugins: [plugin] })),
    ).toThrow(
      `spectrocloud.tokenCache.trustedPlugins[0] '${plugin}' is no plugin id`,
    );
  });
});
