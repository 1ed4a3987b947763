import { setTimeout as delay } from 'node:timers/promises';
import { withinPatience } from './withinPatience';

const LONG_MS = 60_000;

describe('withinPatience', () => {
  it('brings what the work brings', async () => {
    expect(await withinPatience(Promise.resolve('done'), LONG_MS)).toBe('done');
  });

  it('throws what the work throws', async () => {
    const work = Promise.reject(new Error('broken'));
    await expect(withinPatience(work, LONG_MS)).rejects.toThrow('broken');
  });

  it('brings nothing when the work takes longer, and lets it go on', async () => {
    let isDone = false;
    const work = delay(200).then(() => {
      isDone = true;
      return 'done';
    });
    expect(await withinPatience(work, 20)).toBeUndefined();
    expect(isDone).toBe(false);
    expect(await work).toBe('done');
  });

  it('does not throw when the work fails later than that', async () => {
    const work = delay(100).then(() => {
      throw new Error('broken');
    });
    expect(await withinPatience(work, 20)).toBeUndefined();
    await expect(work).rejects.toThrow('broken');
  });

  it.each([
    ['succeeded', () => Promise.resolve()],
    ['failed', () => Promise.reject(new Error('broken'))],
  ])('leaves no timer behind when the work has %s', async (_, work) => {
    const timers = () =>
      process.getActiveResourcesInfo().filter(name => name === 'Timeout')
        .length;
    const before = timers();
    await withinPatience(work(), LONG_MS).catch(() => {});
    expect(timers()).toBe(before);
  });
});
