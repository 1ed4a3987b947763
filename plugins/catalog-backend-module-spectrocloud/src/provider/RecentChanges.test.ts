import type { Entity } from '@backstage/catalog-model';
import { RecentChanges } from './RecentChanges';

const entity = (name: string, title?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name, namespace: 'default', title },
});

describe('RecentChanges', () => {
  let now = 0;
  const changes = () => new RecentChanges(() => now);

  beforeEach(() => {
    now = 0;
  });

  it('are not taken back by a run that had begun before', () => {
    const recent = changes();
    const begun = recent.begin();
    now += 1;
    recent.noteAdded(entity('new'));
    recent.noteAdded(entity('old', 'changed'));
    recent.noteRemoved('resource:default/gone');
    const made = recent.applyTo([entity('old'), entity('gone')], begun);
    expect(made.map(({ metadata }) => [metadata.name, metadata.title])).toEqual(
      [
        ['new', undefined],
        ['old', 'changed'],
      ],
    );
  });

  it('are nothing to a run that began after', () => {
    const recent = changes();
    recent.noteAdded(entity('new'));
    now += 1;
    const read = [entity('old')];
    expect(recent.applyTo(read, recent.begin())).toEqual(read);
  });
});
