import { Occurrences } from './Occurrences';

describe('Occurrences', () => {
  let now = 0;

  it('tells the first of each minute, with those left out before', () => {
    const occurrences = new Occurrences({ now: () => now });
    expect([1, 2, 3].map(() => occurrences.note())).toEqual([1, 0, 0]);
    now += 60_000;
    expect([1, 2].map(() => occurrences.note())).toEqual([3, 0]);
  });

  it('tells as many one by one as it is told to', () => {
    const occurrences = new Occurrences({ single: 2, now: () => now });
    expect([1, 2, 3, 4].map(() => occurrences.note())).toEqual([1, 1, 0, 0]);
  });
});
