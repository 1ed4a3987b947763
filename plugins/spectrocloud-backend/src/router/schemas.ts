import { z } from 'zod';
import { UID_PATTERN } from '../palette/palettePath';

/** A uid of Palette; nothing else may become part of a Palette path. */
export const uid = z
  .string()
  .regex(
    UID_PATTERN,
    'must be a uid: letters, digits, "_" and "-", at most 64',
  );

export const uidParams = z.object({ uid });

/** `?instance=` and `?projectUid=`, as every route takes them. */
export const scopeQuery = z.object({
  instance: z.string().min(1).max(200).optional(),
  projectUid: uid.optional(),
});
