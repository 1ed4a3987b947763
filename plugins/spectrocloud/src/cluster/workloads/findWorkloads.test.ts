import { findWorkloads, isReady } from './findWorkloads';

describe('isReady', () => {
  it.each([
    ['Running', true],
    ['Succeeded', true],
    ['Pending', false],
    ['Failed', false],
    ['Unknown', false],
  ])('takes a pod in the phase %s as ready: %s', (phase, expected) => {
    expect(isReady({ kind: 'Pod', name: 'agent', phase })).toBe(expected);
  });
});

describe('findWorkloads', () => {
  it('begins with pods that have failed, as with deployments that lack some', () => {
    const found = findWorkloads(
      [
        { kind: 'Pod', name: 'agent', phase: 'Running' },
        { kind: 'Deployment', name: 'front', ready: 1, wanted: 2 },
        { kind: 'Pod', name: 'worker', phase: 'Failed' },
      ],
      { search: '', kind: '', namespace: '' },
    );
    expect(found.map(({ name }) => name)).toEqual(['front', 'worker', 'agent']);
  });
});
