import type { Field } from '../fields/Field';
import type { Kind } from './Kind';

/** As Palette's names of pools are: part of machines' names. */
export const POOL_NAME = /^[a-z]([a-z0-9-]{0,30}[a-z0-9])?$/;

/** What all pools have, in front of what the machines of a kind have. */
export function poolFields(kind: Kind, controlPlane: boolean): Field[] {
  if (kind.type === 'virtual') return kind.pool;
  const scales = kind.autoscaling && !controlPlane;
  return [
    { id: 'poolName', input: 'text', required: true },
    {
      id: 'size',
      input: 'number',
      required: true,
      initial: controlPlane ? '3' : '2',
      // A pool may be made empty, a control plane can't.
      min: controlPlane ? 1 : 0,
      ...(controlPlane && { hint: 'controlPlaneSize' as const }),
    },
    ...(scales
      ? ([
          { id: 'autoscale', input: 'flag', initial: false },
          {
            id: 'minSize',
            input: 'number',
            required: true,
            min: 0,
            when: ({ autoscale }) => autoscale === true,
          },
          {
            id: 'maxSize',
            input: 'number',
            required: true,
            min: 1,
            when: ({ autoscale }) => autoscale === true,
          },
        ] satisfies Field[])
      : []),
    ...(controlPlane
      ? ([{ id: 'asWorker', input: 'flag', initial: false }] satisfies Field[])
      : []),
    ...kind.pool,
    {
      id: 'updateStrategy',
      input: 'choice',
      required: true,
      choices: ['RollingUpdateScaleOut', 'RollingUpdateScaleIn'],
      initial: 'RollingUpdateScaleOut',
    },
  ];
}
