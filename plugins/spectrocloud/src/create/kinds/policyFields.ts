import type { Field } from '../fields/Field';

/** How the cluster is kept, the same for all kinds that run machines. */
export const POLICY_FIELDS: Field[] = [
  { id: 'timezone', input: 'suggest', hint: 'timezone' },
  { id: 'patchOnBoot', input: 'flag', initial: false },
  { id: 'patchSchedule', input: 'text', hint: 'cron' },
  { id: 'scanConfiguration', input: 'text', hint: 'cron' },
  { id: 'scanPenetration', input: 'text', hint: 'cron' },
  { id: 'scanConformance', input: 'text', hint: 'cron' },
  { id: 'backupLocation', input: 'text', hint: 'backupLocation' },
  {
    id: 'backupPrefix',
    input: 'text',
    required: true,
    when: ({ backupLocation }) => Boolean(backupLocation),
  },
  {
    id: 'backupSchedule',
    input: 'text',
    required: true,
    hint: 'cron',
    when: ({ backupLocation }) => Boolean(backupLocation),
  },
  {
    id: 'backupHours',
    input: 'number',
    required: true,
    min: 1,
    when: ({ backupLocation }) => Boolean(backupLocation),
  },
];

/** Those whose value is a schedule. */
export const CRON_FIELDS: string[] = POLICY_FIELDS.filter(
  ({ hint }) => hint === 'cron',
).map(({ id }) => id);
