import type { Variable } from './types';

const PLAIN = {
  required: true,
  immutable: false,
  hidden: false,
  isSensitive: false,
};

/** One variable of each kind that a form has to show. */
export function createVariables(): Variable[] {
  return [
    {
      ...PLAIN,
      name: 'retention_days',
      displayName: 'Retention (days)',
      description: 'How long metrics are kept',
      format: 'number',
      defaultValue: '14',
      regex: '^[0-9]{1,3}$',
    },
    {
      ...PLAIN,
      name: 'environment',
      displayName: 'Environment',
      description: 'Decides where alerts go',
      format: 'string',
      defaultValue: 'staging',
      immutable: true,
      options: [
        { label: 'Staging', value: 'staging', default: true },
        { label: 'Production', value: 'production' },
      ],
    },
    {
      ...PLAIN,
      name: 'high_availability',
      displayName: 'High availability',
      description: 'Run two replicas of everything',
      format: 'boolean',
      defaultValue: 'true',
      required: false,
    },
    {
      ...PLAIN,
      name: 'pager_key',
      displayName: 'Pager key',
      description: 'Routing key of the on-call service',
      format: 'string',
      defaultValue: '',
      required: false,
      isSensitive: true,
    },
  ];
}
