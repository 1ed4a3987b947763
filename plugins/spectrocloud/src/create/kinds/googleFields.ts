import type { Field } from '../fields/Field';

/** Where both kinds of Google Cloud go. */
export const GOOGLE_PLACEMENT: Field[] = [
  {
    id: 'googleProject',
    input: 'suggest',
    path: 'project',
    required: true,
    offer: 'googleProjects',
  },
  {
    id: 'region',
    input: 'suggest',
    path: 'region',
    required: true,
    offer: 'googleRegions',
  },
];

/** Machines of both kinds of Google Cloud. */
export const GOOGLE_POOL: Field[] = [
  {
    id: 'instanceType',
    input: 'suggest',
    path: 'instanceType',
    required: true,
    offer: 'instanceTypes',
  },
  {
    id: 'diskGib',
    input: 'number',
    path: 'rootDeviceSize',
    required: true,
    initial: '60',
    min: 1,
  },
];
