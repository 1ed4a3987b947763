import { toHealthState, toMetadata, toReference } from './common';

describe('toMetadata', () => {
  it('calls by its uid what has no name', () => {
    expect(toMetadata({ uid: 'uid-1' }).name).toBe('uid-1');
    expect(toMetadata({ uid: 'uid-1', name: '' }).name).toBe('uid-1');
    expect(toMetadata({ uid: 'uid-1', name: 'prod' }).name).toBe('prod');
    expect(toMetadata().name).toBe('');
  });
});

describe('toReference', () => {
  it('leaves a name out that is empty', () => {
    expect(toReference({ uid: 'uid-1', name: '' })?.name).toBeUndefined();
    expect(toReference({ name: 'prod' })).toBeUndefined();
  });
});

describe('toHealthState', () => {
  it.each([
    ['healthy', 'Healthy'],
    ['Unhealthy', 'UnHealthy'],
    ['constructor', 'constructor'],
    ['', ''],
    [undefined, undefined],
  ])('spells %s as %s', (state, expected) => {
    expect(toHealthState(state)).toBe(expected);
  });
});
