import fc from 'fast-check';
import { FairQueue } from './FairQueue';

describe('FairQueue', () => {
  it('serves users in turn, and each in order', () => {
    const queue = new FairQueue<string>();
    ['a1', 'a2', 'a3'].forEach(entry => queue.add('a', entry));
    queue.add('b', 'b1');
    ['c1', 'c2'].forEach(entry => queue.add('c', entry));
    const served = [];
    while (queue.size > 0) served.push(queue.next());
    expect(served).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
  });

  it('says how many turns a newcomer waits', () => {
    const queue = new FairQueue<string>();
    for (let index = 0; index < 100; index++) queue.add('a', `a${index}`);
    expect(queue.turnsBefore('b')).toBe(1);
    expect(queue.turnsBefore('a')).toBe(100);
  });

  it('counts and serves what is left after others gave up', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean())),
        entries => {
          const queue = new FairQueue<number>();
          entries.forEach(([user], index) => queue.add(user, index));
          entries.forEach(([user, givesUp], index) => {
            if (givesUp) queue.remove(user, index);
          });
          const left = entries.flatMap(([, givesUp], index) =>
            givesUp ? [] : [index],
          );
          expect(queue.size).toBe(left.length);
          const served: number[] = [];
          for (let next = queue.next(); next !== undefined; next = queue.next())
            served.push(next);
          expect(served.sort((x, y) => x - y)).toEqual(left);
        },
      ),
    );
  });
});

describe('a user whose entries take several turns', () => {
  const strideOf = (user: string) => (user === 'slow' ? 3 : 1);

  it('is passed over while others wait', () => {
    const queue = new FairQueue<string>(strideOf);
    for (let index = 0; index < 4; index++) {
      queue.add('slow', 's');
      queue.add('quick', 'q');
    }
    let served = '';
    while (queue.size > 0) served += queue.next();
    expect(served).toBe('sqqqsqss');
  });

  it('is passed over although it leaves the queue in between', () => {
    const queue = new FairQueue<string>(strideOf);
    for (let index = 0; index < 5; index++) queue.add('quick', 'q');
    queue.add('slow', 's');
    const serve = (count: number) =>
      Array.from({ length: count }, () => queue.next()).join('');
    expect(serve(2)).toBe('qs');
    queue.add('slow', 's');
    expect(serve(4)).toBe('qqqs');
  });

  it('counts for less in what a newcomer has to wait', () => {
    const queue = new FairQueue<string>(strideOf);
    for (let index = 0; index < 10; index++) queue.add('slow', 's');
    for (let index = 0; index < 3; index++) queue.add('quick', 'q');
    expect(queue.turnsBefore('quick')).toBe(3 + 2);
  });
});
