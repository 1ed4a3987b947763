import { type Field, listOf } from '../fields/Field';
import type { Kind } from './Kind';

/** Root volume of an AWS machine, in GiB: Palette takes no more than 2000. */
export const AWS_DISK: Field = {
  id: 'diskGib',
  input: 'number',
  path: 'rootDeviceSize',
  initial: '60',
  min: 1,
  max: 2000,
};

/** How AWS machines are paid for and where they stand, the same for both of its kinds. */
export const AWS_PRICE: Field[] = [
  {
    id: 'capacityType',
    input: 'choice',
    path: 'capacityType',
    required: true,
    choices: ['on-demand', 'spot'],
    initial: 'on-demand',
  },
  {
    id: 'maxPrice',
    input: 'text',
    path: 'spotMarketOptions.maxPrice',
    required: true,
    hint: 'maxPrice',
    when: ({ capacityType }) => capacityType === 'spot',
  },
  { id: 'zones', input: 'several', path: 'azs', offer: 'zones' },
  {
    id: 'subnets',
    input: 'several',
    offer: 'subnets',
    hint: 'subnets',
    when: ({ vpc }) => Boolean(vpc),
  },
];

/** A subnet is chosen as `zone/id`, which is what Palette wants of it. */
export function toSubnets(values: string[]): Array<{ az: string; id: string }> {
  return values.map(value => {
    const slash = value.indexOf('/');
    return {
      az: value.slice(0, Math.max(slash, 0)),
      id: value.slice(slash + 1),
    };
  });
}

/** Subnets only mean something in a network that exists already. */
export const shapeAwsPool: NonNullable<Kind['shapePool']> = (
  cloudConfig,
  { subnets },
  { vpc },
) => ({
  ...cloudConfig,
  ...(vpc &&
    listOf(subnets).length > 0 && { subnets: toSubnets(listOf(subnets)) }),
});
