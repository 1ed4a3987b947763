import { z } from 'zod';
import {
  flagSchema,
  metadataSchema,
  referenceSchema,
  textSchema,
} from './common';

/** Schema of `PaletteUser`. @public */
export const paletteUserSchema = z.object({
  /** Uid, name and so on. */
  metadata: metadataSchema,
  /** Who it is. */
  spec: z.object({
    /** E-mail at Palette. */
    email: textSchema,
    firstName: textSchema,
    lastName: textSchema,
    /** The teams that the user is in. */
    teams: z.array(referenceSchema),
  }),
  /** How it is. */
  status: z.object({
    /** Whether the user may sign in; not said of everybody. */
    isActive: flagSchema,
  }),
});

/** A user of the tenant. Never holds an activation link. @public */
export type PaletteUser = z.infer<typeof paletteUserSchema>;

/** Schema of `PaletteTeam`. @public */
export const paletteTeamSchema = z.object({
  /** Uid, name and so on. */
  metadata: metadataSchema,
  /** What it is. */
  spec: z.object({
    /** Uids of the users who are in it; users who have been deleted may be among them. */
    userUids: z.array(z.string()),
  }),
});

/** A team of the tenant. @public */
export type PaletteTeam = z.infer<typeof paletteTeamSchema>;
