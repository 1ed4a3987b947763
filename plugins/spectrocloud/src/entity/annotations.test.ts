import type { Entity } from '@backstage/catalog-model';
import { namesCluster, namesProject, readAnnotations } from './annotations';

const entity = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'one', annotations },
});
const values = (annotations: Record<string, string>, prefix?: string) =>
  Object.fromEntries(
    Object.entries(readAnnotations(entity(annotations), prefix)).map(
      ([name, found]) => [name, found.value],
    ),
  );

describe('readAnnotations', () => {
  it('reads ours, and those of the public plugins', () => {
    expect(
      values({
        'spectrocloud.com/cluster-uid': 'c1',
        'spectrocloud.com/instance': 'demo',
        'terasky.backstage.io/project-id': 'p1',
        'terasky.backstage.io/cluster-profile-refs': 'resource:default/a',
        'terasky.backstage.io/profile-id': 'f1',
      }),
    ).toEqual({
      clusterUid: 'c1',
      instance: 'demo',
      projectUid: 'p1',
      profileRefs: 'resource:default/a',
      profileUid: 'f1',
    });
  });

  it('lets ours win, and says which one it was', () => {
    const found = readAnnotations(
      entity({
        'terasky.backstage.io/cluster-id': 'theirs',
        'spectrocloud.com/cluster-uid': 'ours',
      }),
    );
    expect(found.clusterUid).toEqual({
      value: 'ours',
      key: 'spectrocloud.com/cluster-uid',
    });
  });

  it('reads another prefix instead of the default one', () => {
    const annotations = {
      'acme.example/cluster-id': 'c1',
      'terasky.backstage.io/profile-id': 'f1',
    };
    expect(values(annotations, 'acme.example')).toEqual({ clusterUid: 'c1' });
  });

  it('takes what is empty for nothing', () => {
    expect(values({ 'spectrocloud.com/cluster-uid': ' ' })).toEqual({});
  });
});

describe('namesProject', () => {
  const isProject = (annotations: Record<string, string>) =>
    namesProject(readAnnotations(entity(annotations)));

  it('tells a project from what says in which one it is', () => {
    const project = { 'spectrocloud.com/project-uid': 'p1' };
    expect(isProject(project)).toBe(true);
    for (const other of [
      'cluster-uid',
      'cluster-name',
      'virtual-cluster-uid',
      'profile-uid',
      'cluster-group-uid',
    ]) {
      expect(
        isProject({ ...project, [`spectrocloud.com/${other}`]: 'x' }),
      ).toBe(false);
    }
  });
});

describe('namesCluster', () => {
  it('takes a name as well as a uid', () => {
    const named = readAnnotations(
      entity({ 'spectrocloud.com/cluster-name': 'prod' }),
    );
    expect(namesCluster(named)).toBe(true);
    expect(namesCluster({})).toBe(false);
  });
});
