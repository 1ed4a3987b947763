import { z } from 'zod';

const text = z.string().optional();
/** What is wrong with a cluster, as `diagnose-palette-cluster` answers. */
export const diagnosisSchema = z.object({
  uid: z.string(),
  name: z.string(),
  project: text,
  cloud: text,
  state: text,
  health: text,
  lastHeardAt: text.describe('When its agent reported last, ISO 8601'),
  kubernetesVersion: text,
  conditions: z
    .array(
      z.object({
        type: z.string(),
        status: z.string(),
        reason: text,
        message: text,
        since: text.describe('ISO 8601'),
      }),
    )
    .describe('Those that are not fulfilled'),
  healthConditions: z.array(z.object({ type: text, message: text })),
  packs: z
    .array(
      z.object({
        name: text,
        version: text,
        status: text,
        reason: text,
        message: text,
      }),
    )
    .describe('Those that are not installed and ready'),
  machines: z
    .array(
      z.object({
        pool: z.string(),
        name: z.string(),
        state: text,
        health: text,
      }),
    )
    .describe('Those that are not running and healthy'),
  repave: z
    .object({ state: text, since: text, message: text })
    .optional()
    .describe('Where nodes have to be replaced'),
  changes: z
    .array(z.object({ at: text, what: z.array(z.string()) }))
    .describe('Upgrades and replacements, the latest first'),
  events: z
    .array(
      z.object({
        timestamp: text,
        severity: text,
        reason: text,
        message: text,
        source: text,
      }),
    )
    .describe('Warnings first, then the latest'),
  updatesAvailable: z.array(z.object({ profile: text, version: text })),
  unread: z
    .array(z.enum(['machines', 'events', 'repave', 'updates']))
    .describe('What Palette did not tell'),
});

export type Diagnosis = z.infer<typeof diagnosisSchema>;
