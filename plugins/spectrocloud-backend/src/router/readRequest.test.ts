import { z } from 'zod';
import { parse } from './readRequest';

const nested = (levels: number) =>
  JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown;

describe('parse', () => {
  const messageOf = (schema: z.ZodType, value: unknown): string => {
    try {
      parse(schema, value, 'body');
      return 'no error';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('names ten problems at most, and how many more there are', () => {
    const message = messageOf(z.array(z.string()), Array(100_000).fill(7));
    expect(message.match(/body\.\d+: /g)).toHaveLength(10);
    expect(message).toMatch(/; and 99990 more$/);
    const few = messageOf(z.array(z.string()), [7, 7]);
    expect(few.match(/body\.\d+: /g)).toHaveLength(2);
    expect(few).not.toContain('more');
  });

  it('does not repeat a whole request in one problem', () => {
    const unknown = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`key${index}`, 1]),
    );
    for (const value of [unknown, { a: { ['x'.repeat(100_000)]: 7 } }]) {
      const schema = z.strictObject({
        a: z.record(z.string(), z.string()).optional(),
      });
      expect(messageOf(schema, value).length).toBeLessThan(300);
    }
  });

  it('takes no nesting that could not be sent on', () => {
    expect(messageOf(z.unknown(), nested(101))).toContain('body: must not');
    expect(messageOf(z.unknown(), nested(20_000))).toContain('body: must not');
    expect(messageOf(z.unknown(), nested(100))).toBe('no error');
  });
});
