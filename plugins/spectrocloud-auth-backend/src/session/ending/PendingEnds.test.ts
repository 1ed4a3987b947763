import { mockServices } from '@backstage/backend-test-utils';
import { PendingEnds } from './PendingEnds';

describe('PendingEnds', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const logger = mockServices.logger.mock();
  const create = () => new PendingEnds(logger);

  it('tries until it succeeds, then forgets', async () => {
    const ends = create();
    const work = jest
      .fn<Promise<void>, []>()
      .mockRejectedValueOnce(new Error('down'))
      .mockRejectedValueOnce(new Error('still down'))
      .mockResolvedValue(undefined);
    ends.add({ id: 'row', isProven: true, work });
    expect(work).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(work).toHaveBeenCalledTimes(3);
    expect(ends.ids.size).toBe(0);
  });

  it('gives up after an hour', async () => {
    const ends = create();
    const work = jest.fn().mockRejectedValue(new Error('down'));
    ends.add({ id: 'row', isProven: true, work });
    await jest.advanceTimersByTimeAsync(2 * 3_600_000);
    const calls = work.mock.calls.length;
    expect(ends.ids.size).toBe(0);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('row stays until it expires'),
    );
    await jest.advanceTimersByTimeAsync(3_600_000);
    expect(work).toHaveBeenCalledTimes(calls);
  });

  it('tries once for a session that is ended twice', async () => {
    const ends = create();
    const work = jest.fn().mockResolvedValue(undefined);
    ends.add({ id: 'row', isProven: true, work });
    ends.add({ id: 'row', isProven: true, work });
    await jest.advanceTimersByTimeAsync(60_000);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('is bounded, and made-up sessions leave room for others', () => {
    const ends = create();
    const addMany = (isProven: boolean, count: number) => {
      for (let index = 0; index < count; index += 1) {
        const id = `row ${isProven} ${index}`;
        ends.add({ id, isProven, work: async () => {} });
      }
    };
    addMany(false, 300);
    expect(ends.ids.size).toBe(200);
    expect(ends.ids.has('row false 99')).toBe(false);
    expect(ends.ids.has('row false 299')).toBe(true);
    addMany(true, 1_100);
    expect(ends.ids.size).toBe(1_200);
    expect(ends.ids.has('row true 999')).toBe(true);
    expect(ends.ids.has('row true 1000')).toBe(false);
    ends.clear();
    expect(ends.ids.size).toBe(0);
    addMany(false, 300);
    expect(ends.ids.size).toBe(200);
    ends.clear();
  });
});
