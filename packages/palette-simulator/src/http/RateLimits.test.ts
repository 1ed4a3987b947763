import { RateLimits } from './RateLimits';

describe('RateLimits', () => {
  let now: number;
  let limits: RateLimits;

  beforeEach(() => {
    now = 0;
    limits = new RateLimits(() => now);
    limits.enabled = true;
  });

  /** How many calls in a row are allowed. */
  const burst = (path: string, address = 'a') => {
    let count = 0;
    while (count < 1000 && limits.take(address, path)) {
      count += 1;
    }
    return count;
  };

  it('allows everything while it is off', () => {
    limits.enabled = false;
    expect(burst('/v1/users/me')).toBe(1000);
  });

  it.each([
    ['/v1/dashboard/spectroclusters/search', 50],
    ['/v1/oidc/tenant/demo/token', 50],
    ['/v1/spectroclusters/abc/assets/kubeconfig', 50],
    ['/v1/spectroclusters/abc', 250],
    ['/v1/spectroclusters/abc/profiles', 250],
    ['/v1/clusterprofiles/abc/packs', 250],
    ['/v1/events/components/spectrocluster/abc', 250],
    ['/v1/events/other', 50],
    ['/v1/auth/password/reset', 10],
  ])('allows bursts of %s up to %d', (path, expected) => {
    expect(burst(path)).toBe(expected);
  });

  it('refills ten a second, and never beyond the burst', () => {
    burst('/v1/users/me');
    now += 500;
    expect(burst('/v1/users/me')).toBe(5);
    now += 60_000;
    expect(burst('/v1/users/me')).toBe(50);
  });

  it('counts sub-resources together, prefixes and addresses apart', () => {
    burst('/v1/users/me');
    expect(burst('/v1/users/info')).toBe(0);
    expect(burst('/v1/teams')).toBe(50);
    expect(burst('/v1/users/me', 'b')).toBe(50);
    burst('/v1/spectroclusters/a/assets/kubeconfig');
    expect(burst('/v1/spectroclusters/b/assets/manifest')).toBe(0);
    expect(burst('/v1/spectroclusters/b/status')).toBe(250);
  });
});
