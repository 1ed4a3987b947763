import type { RepaveReason } from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod';

const MAX_REASONS = 100;

const text = z.string().optional();
/** Schema of `toReasons`. */
export const reasonsSchema = z
  .array(
    z.object({
      code: text,
      message: text,
      pack: text,
      from: text,
      to: text,
    }),
  )
  .optional()
  .describe('Why nodes are replaced');

/** Why nodes are replaced, in an order that doesn't depend on Palette's. */
export function toReasons(
  reasons: RepaveReason[] = [],
): NonNullable<z.infer<typeof reasonsSchema>> {
  return reasons
    .map(({ code, message, pack }) => ({
      code,
      message,
      pack: pack?.name,
      from: pack?.from,
      to: pack?.to,
    }))
    .sort((one, other) =>
      JSON.stringify(one) < JSON.stringify(other) ? -1 : 1,
    )
    .slice(0, MAX_REASONS);
}
