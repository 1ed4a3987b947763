import { distinctKeys } from './distinctKeys';

describe('distinctKeys', () => {
  it('keeps keys as they are, and tells equal ones apart', () => {
    expect(distinctKeys(['a', 'b', 'a', '', '', 'a'])).toEqual([
      'a',
      'b',
      'a#1',
      '',
      '#1',
      'a#2',
    ]);
  });
});
