import { limitClassOf, prefixOf } from './PaletteLimiter';

describe('prefixOf', () => {
  it.each([
    ['/v1/dashboard/spectroclusters/search', '/v1/dashboard', 'standard'],
    ['/v1/users/me', '/v1/users', 'standard'],
    ['/v1/spectroclusters/abc', '/v1/spectroclusters', 'fast'],
    [
      '/v1/spectroclusters/abc/profiles',
      '/v1/spectroclusters/:uid/profiles',
      'fast',
    ],
    [
      '/v1/spectroclusters/abc/assets/kubeconfigclient',
      '/v1/spectroclusters/:uid/assets',
      'standard',
    ],
    ['/v1/spectroclusters/eks/validate', '/v1/spectroclusters', 'fast'],
    ['/v1/clusterprofiles/abc/packs', '/v1/clusterprofiles', 'fast'],
    [
      '/v1/events/components/spectrocluster/abc',
      '/v1/events/components',
      'fast',
    ],
    ['/v1/cloudaccounts/summary', '/v1/cloudaccounts', 'standard'],
    ['/v1/clustergroups/hostCluster', '/v1/clustergroups', 'standard'],
  ])('%s counts as %s', (path, prefix, limitClass) => {
    expect(prefixOf(path)).toBe(prefix);
    expect(limitClassOf(prefix)).toBe(limitClass);
  });
});
