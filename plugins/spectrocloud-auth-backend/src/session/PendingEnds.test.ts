import { mockServices } from '@backstage/backend-test-utils';
import { PendingEnds } from './PendingEnds';

describe('PendingEnds', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const create = () =>
    PendingEnds.create({ logger: mockServices.logger.mock() });

  it('tries until it succeeds, then forgets', async () => {
    const ends = create();
    const work = jest
      .fn<Promise<void>, []>()
      .mockRejectedValueOnce(new Error('down'))
      .mockRejectedValueOnce(new Error('still down'))
      .mockResolvedValue(undefined);
    ends.add('row', work);
    expect(work).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(work).toHaveBeenCalledTimes(3);
    expect(ends.size).toBe(0);
  });

  it('gives up after an hour', async () => {
    const ends = create();
    const work = jest.fn().mockRejectedValue(new Error('down'));
    ends.add('row', work);
    await jest.advanceTimersByTimeAsync(2 * 3_600_000);
    const calls = work.mock.calls.length;
    expect(ends.size).toBe(0);
    await jest.advanceTimersByTimeAsync(3_600_000);
    expect(work).toHaveBeenCalledTimes(calls);
  });

  it('tries once for a session that is ended twice', async () => {
    const ends = create();
    const work = jest.fn().mockResolvedValue(undefined);
    ends.add('row', work);
    ends.add('row', work);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('is bounded', () => {
    const ends = create();
    for (let index = 0; index < 1_100; index += 1) {
      ends.add(`row ${index}`, async () => {});
    }
    expect(ends.size).toBe(1_000);
    ends.clear();
    expect(ends.size).toBe(0);
  });
});
