import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { readSpectroCloudConfig } from './config';

const read = (spectrocloud?: JsonObject) =>
  readSpectroCloudConfig(
    mockServices.rootConfig({ data: spectrocloud ? { spectrocloud } : {} }),
  );

describe('readSpectroCloudConfig', () => {
  it('has a default for everything', () => {
    expect(read()).toEqual({
      enablePermissions: true,
      permissionTtlMs: 5_000,
      serviceTokenFor: new Set(),
      actionWrites: new Set(),
      listTtlMs: 10_000,
      requestTimeoutMs: 30_000,
      callTimeoutMs: 20_000,
      limits: {
        standard: { perSecond: 10, burst: 50 },
        fast: { perSecond: 50, burst: 250 },
      },
    });
  });

  it('reads what is given', () => {
    expect(
      read({
        enablePermissions: false,
        permissionTtl: { seconds: 1 },
        serviceTokenFor: ['catalog', 'my-reports'],
        actions: { writes: ['approve-repave', 'create-cluster'] },
        listTtl: '0s',
        requestTimeout: { minutes: 1 },
        callTimeout: { seconds: 5 },
        rateLimit: {
          share: 0.5,
          standard: { perSecond: 4, burst: 10 },
          fast: { perSecond: 1, burst: 1 },
        },
      }),
    ).toEqual({
      enablePermissions: false,
      permissionTtlMs: 1_000,
      serviceTokenFor: new Set(['catalog', 'my-reports']),
      actionWrites: new Set(['approve-repave', 'create-cluster']),
      listTtlMs: 0,
      requestTimeoutMs: 60_000,
      callTimeoutMs: 5_000,
      limits: {
        standard: { perSecond: 2, burst: 5 },
        fast: { perSecond: 0.5, burst: 1 },
      },
    });
  });

  it('serves every service where the key of earlier versions says so', () => {
    expect(
      read({ allowServiceTokenFallback: true, serviceTokenFor: ['catalog'] })
        .serviceTokenFor,
    ).toBe('every service');
  });

  it.each<[JsonObject, string]>([
    [{ serviceTokenFor: ['plugin:catalog'] }, 'spectrocloud.serviceTokenFor'],
    [{ serviceTokenFor: 'catalog' }, 'spectrocloud.serviceTokenFor'],
    [{ rateLimit: { share: 0 } }, 'spectrocloud.rateLimit.share'],
    [{ rateLimit: { share: 1.5 } }, 'spectrocloud.rateLimit.share'],
    [{ rateLimit: { share: -1 } }, 'spectrocloud.rateLimit.share'],
    [
      { rateLimit: { standard: { perSecond: 0 } } },
      'spectrocloud.rateLimit.standard.perSecond',
    ],
    [
      { rateLimit: { fast: { burst: -5 } } },
      'spectrocloud.rateLimit.fast.burst',
    ],
    [{ listTtl: 'soon' }, 'spectrocloud.listTtl'],
    [{ requestTimeout: { seconds: 0 } }, 'spectrocloud.requestTimeout'],
    [{ callTimeout: { fortnights: 1 } }, 'spectrocloud.callTimeout'],
    [{ enablePermissions: 'maybe' }, 'spectrocloud.enablePermissions'],
    [{ actions: { writes: true } }, 'spectrocloud.actions.writes'],
    [
      { actions: { writes: ['create-cluster', 'delete-cluster'] } },
      "spectrocloud.actions.writes[1] must be one of 'create-cluster', 'approve-repave', 'apply-update'",
    ],
  ])('names the key at fault: %j', (config, key) => {
    expect(() => read(config)).toThrow(key);
  });
});
