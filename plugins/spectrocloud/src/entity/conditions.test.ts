import { TestApiRegistry } from '@backstage/test-utils';
import { mockApis } from '@backstage/frontend-test-utils';
import { configApiRef } from '../coreApiRefs';
import * as entry from '..';
import type { ApiHolder } from '@backstage/core-plugin-api';

const entity = (
  annotations: Record<string, string>,
  kind = 'Resource',
  relations: Array<{ type: string; targetRef: string }> = [],
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'one', annotations },
  relations,
});
const { isSpectroCloudClusterAvailable: isCluster } = entry;

describe('conditions', () => {
  it.each([
    ['cluster-uid', entry.isSpectroCloudClusterAvailable],
    ['cluster-name', entry.isSpectroCloudClusterAvailable],
    ['virtual-cluster-uid', entry.isSpectroCloudVirtualClusterAvailable],
    ['profile-uid', entry.isSpectroCloudProfileAvailable],
    ['cluster-group-uid', entry.isSpectroCloudClusterGroupAvailable],
    ['project-uid', entry.isSpectroCloudProjectAvailable],
  ])('hold for an entity with %s, and for no other', (name, condition) => {
    const annotated = entity({ [`spectrocloud.com/${name}`]: 'x' });
    expect(condition(annotated)).toBe(true);
    expect(entry.isSpectroCloudAvailable(annotated)).toBe(true);
    expect(condition(entity({ 'backstage.io/x': 'x' }))).toBe(false);
    expect(entry.isSpectroCloudAvailable(entity({}))).toBe(false);
  });

  it('know the prefix of the app, from its APIs or as a text', () => {
    const annotated = entity({ 'acme.example/cluster-id': 'x' });
    const config = mockApis.config({
      data: { spectrocloud: { annotationPrefix: 'acme.example/' } },
    });
    const apis = TestApiRegistry.from([configApiRef, config]);
    expect(isCluster(annotated, { apis })).toBe(true);
    expect(isCluster(annotated, { annotationPrefix: 'acme.example' })).toBe(
      true,
    );
    expect(isCluster(annotated)).toBe(false);
  });

  it('keep the names of the public plugins', () => {
    const cluster = entity({ 'terasky.backstage.io/cluster-id': 'x' });
    const profile = entity({ 'terasky.backstage.io/profile-id': 'x' });
    expect(Reflect.get(entry, 'isSpectroCloudCluster')(cluster)).toBe(true);
    expect(Reflect.get(entry, 'isSpectroCloudCluster')(profile)).toBe(false);
    const isProfile = Reflect.get(entry, 'isSpectroCloudClusterProfile');
    expect(isProfile(profile)).toBe(true);
    expect(isProfile(cluster)).toBe(false);
    for (const name of [
      'SpectroCloudClusterCard',
      'SpectroCloudClusterProfileCard',
      'spectroCloudApiRef',
    ]) {
      expect(Reflect.get(entry, name)).toBeDefined();
    }
  });
});

describe('mayHaveSpectroCloudClusters', () => {
  const may = (kind: string, type: string, targetRef: string) =>
    entry.mayHaveSpectroCloudClusters(entity({}, kind, [{ type, targetRef }]));

  it('is for what depends on resources, or has parts', () => {
    expect(may('Component', 'dependsOn', 'resource:default/a')).toBe(true);
    expect(may('Component', 'dependsOn', 'component:default/a')).toBe(false);
    expect(may('System', 'hasPart', 'component:default/a')).toBe(true);
    expect(may('Component', 'hasPart', 'component:default/a')).toBe(false);
    expect(may('Resource', 'dependsOn', 'resource:default/a')).toBe(false);
  });
});

describe('isSpectroCloudKubernetesAccessAvailable', () => {
  const may = (annotation: string, apis?: ApiHolder) =>
    entry.isSpectroCloudKubernetesAccessAvailable(
      entity({ [annotation]: 'shop' }, 'Component'),
      { apis },
    );
  const holder = (api: unknown): ApiHolder => ({ get: () => api as never });

  it('is for what has workloads, in an app with the Kubernetes plugin', () => {
    for (const name of ['kubernetes-id', 'kubernetes-label-selector']) {
      expect(may(`backstage.io/${name}`)).toBe(true);
      expect(may(`backstage.io/${name}`, holder({}))).toBe(true);
      expect(may(`backstage.io/${name}`, holder(undefined))).toBe(false);
    }
    expect(may('backstage.io/kubernetes-namespace', holder({}))).toBe(false);
  });
});
