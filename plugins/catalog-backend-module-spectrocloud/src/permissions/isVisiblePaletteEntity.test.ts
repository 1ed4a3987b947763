import type { Entity } from '@backstage/catalog-model';
import type {
  EntitiesSearchFilter,
  EntityFilter,
} from '@backstage/plugin-catalog-node';
import fc from 'fast-check';
import { isVisiblePaletteEntity } from './isVisiblePaletteEntity';

const PARAMS = {
  instance: 'demo',
  tenantUid: 't1',
  everything: false,
  clusterUids: ['c1'],
  projectUids: ['p1'],
};

function entity(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: 'a',
      annotations: Object.fromEntries(
        Object.entries(annotations).map(([name, value]) => [
          `spectrocloud.com/${name}`,
          value,
        ]),
      ),
    },
  };
}

const ofDemo = (annotations: Record<string, string>) =>
  entity({ 'managed-by': 'demo', 'tenant-uid': 't1', ...annotations });

/** As the catalog's database answers a filter. */
function matches(filter: EntityFilter, { metadata }: Entity): boolean {
  if ('allOf' in filter)
    return filter.allOf.every(f => matches(f, { metadata } as Entity));
  if ('anyOf' in filter)
    return filter.anyOf.some(f => matches(f, { metadata } as Entity));
  if ('not' in filter) return !matches(filter.not, { metadata } as Entity);
  const { key, values } = filter as EntitiesSearchFilter;
  const value =
    metadata.annotations?.[key.replace('metadata.annotations.', '')];
  return value !== undefined && (!values || values.includes(value));
}

describe('isVisiblePaletteEntity', () => {
  it.each<[string, Entity, boolean]>([
    [
      'a cluster that the user sees',
      ofDemo({ 'cluster-uid': 'c1', 'project-uid': 'p1' }),
      true,
    ],
    [
      'another cluster of a project that the user sees',
      ofDemo({ 'cluster-uid': 'c2', 'project-uid': 'p1' }),
      false,
    ],
    [
      'a cluster that the user sees, of a project that they don’t',
      ofDemo({ 'cluster-uid': 'c1', 'project-uid': 'p2' }),
      true,
    ],
    ['a project of the user', ofDemo({ 'project-uid': 'p1' }), true],
    ['another project', ofDemo({ 'project-uid': 'p2' }), false],
    [
      'a profile of the user’s project',
      ofDemo({ 'profile-uid': 'f1', 'project-uid': 'p1' }),
      true,
    ],
    [
      'a profile of another project',
      ofDemo({ 'profile-uid': 'f1', 'project-uid': 'p2' }),
      false,
    ],
    ['a profile of the tenant', ofDemo({ 'profile-uid': 'f1' }), true],
    [
      'a cluster of another Palette',
      entity({ 'managed-by': 'other', 'cluster-uid': 'c1' }),
      false,
    ],
    [
      'a profile of another tenant',
      ofDemo({ 'tenant-uid': 't2', 'profile-uid': 'f1' }),
      false,
    ],
    ['an entity of no tenant', entity({ 'managed-by': 'demo' }), false],
    ['an entity of no Palette', entity({ 'cluster-uid': 'c1' }), false],
    [
      'an entity without annotations',
      { ...entity({}), metadata: { name: 'a' } },
      false,
    ],
  ])('tells whether the user sees %s', (_, resource, isVisible) => {
    expect(isVisiblePaletteEntity.apply(resource, PARAMS)).toBe(isVisible);
    expect(
      isVisiblePaletteEntity.apply(resource, { ...PARAMS, everything: true }),
    ).toBe(
      resource.metadata.annotations?.['spectrocloud.com/managed-by'] ===
        'demo' &&
        resource.metadata.annotations['spectrocloud.com/tenant-uid'] === 't1',
    );
  });

  it('asks the database what it decides itself', () => {
    const uid = fc.constantFrom('a', 'b', 'c');
    const uids = fc.uniqueArray(uid);
    fc.assert(
      fc.property(
        fc.record(
          {
            'managed-by': fc.constantFrom('demo', 'other'),
            'tenant-uid': fc.constantFrom('t1', 't2'),
            'cluster-uid': uid,
            'project-uid': uid,
            'profile-uid': uid,
          },
          { requiredKeys: [] },
        ),
        fc.record({
          instance: fc.constant('demo'),
          tenantUid: fc.constant('t1'),
          everything: fc.boolean(),
          clusterUids: uids,
          projectUids: uids,
        }),
        (annotations, params) => {
          const resource = entity(annotations as Record<string, string>);
          expect(
            matches(
              isVisiblePaletteEntity.toQuery(params) as EntityFilter,
              resource,
            ),
          ).toBe(isVisiblePaletteEntity.apply(resource, params));
        },
      ),
    );
  });
});
