import { z } from 'zod';
import { z as registryZod } from 'zod/v3';
import { toActionSchema } from './toActionSchema';

describe('toActionSchema', () => {
  const text = z.string().optional().catch(undefined);
  const schema = toActionSchema(
    registryZod,
    z.object({
      name: z.string(),
      count: z.number(),
      on: z.boolean(),
      at: text.describe('ISO 8601'),
      rights: z.record(z.string(), z.array(z.string())),
      inner: z.object({ text }).optional(),
    }),
  );
  const whole = { name: 'a', count: 1, on: true, rights: { p: ['x'] } };

  it('takes what the schema takes, and no more', () => {
    const more = { at: 'now', inner: { text: 'x' } };
    expect(schema.parse({ ...whole, ...more })).toEqual({ ...whole, ...more });
    expect(schema.parse({ ...whole, other: 1 })).toEqual(whole);
  });

  it.each([
    ['name', 1],
    ['count', '1'],
    ['on', 'true'],
    ['at', 7],
    ['rights', { p: 'x' }],
    ['rights', { p: [1] }],
    ['inner', { text: 1 }],
  ])('refuses a wrong %s', (name, value) => {
    expect(schema.safeParse({ ...whole, [name]: value }).success).toBe(false);
  });

  it('keeps descriptions', () => {
    const { shape } = schema;
    expect(shape.at.description).toBe('ISO 8601');
    expect(shape.name.description).toBeUndefined();
  });

  it('refuses kinds that it does not know', () => {
    const dated = z.object({ at: z.date() });
    expect(() => toActionSchema(registryZod, dated)).toThrow(TypeError);
  });
});
