import type { JsonObject, JsonValue } from '@backstage/types';

/** Lays one configuration over another, as `--config` files do: objects merge, everything else replaces. */
export function mergeConfig(base: JsonObject, over: JsonObject): JsonObject {
  const merged: JsonObject = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] =
      isObject(value) && isObject(below) ? mergeConfig(below, value) : value;
  }
  return merged;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
