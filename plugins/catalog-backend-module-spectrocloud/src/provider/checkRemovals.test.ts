import type { Entity } from '@backstage/catalog-model';
import { checkRemovals } from './checkRemovals';

const entities = (type: string, count: number): Entity[] =>
  Array.from({ length: count }, (_, index) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: `${type}-${index}`, namespace: 'default' },
    spec: { type },
  }));

const OPTIONS = { maxShare: 0.5, key: 'the.key' };

describe('checkRemovals', () => {
  it('lets pass what vanishes up to the share', () => {
    expect(() =>
      checkRemovals(entities('a', 10), entities('a', 5), OPTIONS),
    ).not.toThrow();
  });

  it('refuses more, and names figures, type and key', () => {
    expect(() =>
      checkRemovals(entities('a', 10), entities('a', 4), OPTIONS),
    ).toThrow(
      /^6 of 10 entities of the type a would be removed.*set the\.key to 1/,
    );
  });

  it('looks at each type by itself', () => {
    const held = [...entities('a', 10), ...entities('b', 100)];
    expect(() => checkRemovals(held, entities('b', 100), OPTIONS)).toThrow(
      '10 of 10 entities of the type a',
    );
  });

  it('doesn’t count whose place others have taken', () => {
    const replaced = ['a-0', 'a-1', 'a-2', 'a-3', 'a-4'];
    expect(() =>
      checkRemovals(entities('a', 10), [], { ...OPTIONS, replaced }),
    ).not.toThrow();
  });

  it('believes that few have vanished', () => {
    expect(() => checkRemovals(entities('a', 9), [], OPTIONS)).not.toThrow();
  });

  it('believes everything where the share is 1', () => {
    expect(() =>
      checkRemovals(entities('a', 50), [], { ...OPTIONS, maxShare: 1 }),
    ).not.toThrow();
  });
});
