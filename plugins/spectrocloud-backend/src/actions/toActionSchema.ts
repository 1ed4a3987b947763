import { z } from 'zod';
import type { z as registryZod, ZodTypeAny } from 'zod/v3';

type RegistryZod = typeof registryZod;
type ActionSchema<T> = registryZod.ZodObject<
  registryZod.ZodRawShape,
  'strip',
  ZodTypeAny,
  T
>;

/**
 * The same schema for the actions registry, which takes those of its own zod 3 only.
 *
 * @throws `TypeError` for a kind of schema that no answer of the API has.
 */
export function toActionSchema<T extends object>(
  zod: RegistryZod,
  schema: z.ZodObject & z.ZodType<T>,
): ActionSchema<T> {
  return convert(zod, schema) as ActionSchema<T>;
}

function convert(zod: RegistryZod, schema: unknown): ZodTypeAny {
  const converted = convertKind(zod, schema);
  const { description } = schema as z.ZodType;
  return description ? converted.describe(description) : converted;
}

function convertKind(zod: RegistryZod, schema: unknown): ZodTypeAny {
  if (schema instanceof z.ZodString) return zod.string();
  if (schema instanceof z.ZodNumber) return zod.number();
  if (schema instanceof z.ZodBoolean) return zod.boolean();
  if (schema instanceof z.ZodEnum) {
    return zod.enum(schema.options.map(String) as [string, ...string[]]);
  }
  if (schema instanceof z.ZodArray) {
    return zod.array(convert(zod, schema.element));
  }
  if (schema instanceof z.ZodRecord) {
    return zod.record(convert(zod, schema.valueType));
  }
  if (schema instanceof z.ZodObject) {
    return zod.object(
      Object.fromEntries(
        Object.entries(schema.shape).map(([name, field]) => [
          name,
          convert(zod, field),
        ]),
      ),
    );
  }
  if (schema instanceof z.ZodOptional) {
    return convert(zod, schema.unwrap()).optional();
  }
  // What is left out of an answer of the API fails an action: who reads it can't tell.
  if (schema instanceof z.ZodCatch) return convert(zod, schema.unwrap());
  throw new TypeError('An answer of the API has no such schema');
}
