import { compareVersions } from './compareVersions';

const ORDERED = [
  '',
  '1.0.0-alpha',
  '1.0.0-rc.2',
  '1.0.0-rc.10',
  '1.0.0',
  '1.2.0',
  '1.10.0',
  'edge',
];

describe('compareVersions', () => {
  it('orders numbers as numbers, and pre-releases before their release', () => {
    expect([...ORDERED].reverse().sort(compareVersions)).toEqual(ORDERED);
    expect(compareVersions(undefined, '1.0.0-alpha')).toBeLessThan(0);
  });

  it('takes no notice of build metadata', () => {
    expect(compareVersions('1.0.0+1', '1.0.0+2')).toBe(0);
    expect(compareVersions('1.0.0-rc.1+a', '1.0.0')).toBeLessThan(0);
  });
});
