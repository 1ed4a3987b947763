import { z } from 'zod';
import { referenceSchema, textSchema, timeSchema } from './common';

/** Schema of `PaletteNotification`. @public */
export const paletteNotificationSchema = z.object({
  /** Palette's uid. */
  uid: z.string(),
  /** What it asks for, in Palette's words, as `NotifyActionPacksUpdate`. */
  action: textSchema,
  message: textSchema,
  /** What happened, one sentence each. */
  details: z.array(z.string()),
  /** Only says something; the others ask somebody to act. */
  isInfo: z.boolean(),
  /** Somebody has seen it. */
  isAcknowledged: z.boolean(),
  /** ISO 8601. */
  at: timeSchema,
  /** The cluster that it is about. */
  cluster: referenceSchema.optional(),
});

/** Something that Palette has to say of a cluster, and that nobody has dealt with. @public */
export type PaletteNotification = z.infer<typeof paletteNotificationSchema>;

/** Schema of `FleetNotifications`. @public */
export const fleetNotificationsSchema = z.object({
  /** Those that ask somebody to act first, then those that nobody has seen, then the newest. */
  notifications: z.array(paletteNotificationSchema),
  /** How many projects with notifications were not asked, so as to spare Palette. */
  projectsLeftOut: z.number(),
});

/** The newest notifications of all clusters that the caller may see. @public */
export type FleetNotifications = z.infer<typeof fleetNotificationsSchema>;
