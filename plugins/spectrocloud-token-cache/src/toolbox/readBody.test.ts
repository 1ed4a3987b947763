import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { limitBytes, readBody } from './responseBody';

const parts = () => Readable.from([Buffer.from('abc'), Buffer.from('def')]);
const tooLarge = new RangeError('The answer is larger than 5 bytes');

describe('readBody', () => {
  it('reads a body of just the size', async () => {
    expect(String(await readBody(parts(), 6))).toBe('abcdef');
  });

  it('refuses a larger one, and lets go of it', async () => {
    const body = parts();
    await expect(readBody(body, 5)).rejects.toThrow(tooLarge);
    expect(body.destroyed).toBe(true);
  });

  it('gives what fits where that is enough', async () => {
    const body = parts();
    const read = await readBody(body, 5, { onTooLarge: 'truncate' });
    expect(String(read)).toBe('abcde');
    expect(body.destroyed).toBe(true);
  });

  it.each(['fail', 'truncate'] as const)(
    'fails with a body that breaks off (%s)',
    async onTooLarge => {
      const body = new PassThrough();
      body.write('ab');
      setImmediate(() => body.destroy(new Error('reset')));
      await expect(readBody(body, 5, { onTooLarge })).rejects.toThrow('reset');
    },
  );
});

describe('limitBytes', () => {
  it('limits a stream that is passed on', async () => {
    const passed: Buffer[] = [];
    const target = new PassThrough().on('data', data => passed.push(data));
    await expect(
      pipeline(parts(), chunks => limitBytes(chunks, 5), target),
    ).rejects.toThrow(tooLarge);
    expect(Buffer.concat(passed).length).toBeLessThanOrEqual(5);
    expect(target.destroyed).toBe(true);
  });
});
