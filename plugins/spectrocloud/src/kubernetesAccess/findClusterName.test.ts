import { findClusterName } from './findClusterName';

const cluster = { uid: 'u1', name: 'Prod EU', projectName: 'payments' };
const find = (known: string[]) => findClusterName(cluster, ['demo'], known);

describe('findClusterName', () => {
  it.each([
    ['u1'],
    ['payments.prod-eu'],
    ['demo.payments.prod-eu'],
    ['payments.prod-eu.u1'],
  ])('knows %s again', name => {
    expect(find(['other', name])).toBe(name);
  });

  it('takes the one with the uid where somebody else has the name', () => {
    expect(find(['payments.prod-eu', 'payments.prod-eu.u1'])).toBe(
      'payments.prod-eu.u1',
    );
  });

  it('takes no other cluster', () => {
    expect(find(['payments.prod', 'research.prod-eu'])).toBeUndefined();
  });
});
