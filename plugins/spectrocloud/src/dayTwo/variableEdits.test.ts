import type { ClusterVariable } from '@terasky/backstage-plugin-spectrocloud-common';
import { faultOf } from './variableEdits';

const variable = (given: Partial<ClusterVariable> = {}): ClusterVariable => ({
  name: 'size',
  required: true,
  hidden: false,
  immutable: false,
  isSensitive: false,
  ...given,
});

describe('faultOf', () => {
  it.each([
    ['what nobody has touched', variable(), undefined, undefined],
    ['a value that is needed', variable(), '', 'required'],
    ['a secret that stays', variable({ isSensitive: true }), '', undefined],
    ['a text for a number', variable({ format: 'number' }), 'two', 'number'],
    ['what the rule says', variable({ regex: '^[a-z]+$' }), 'A1', 'pattern'],
    ['a rule of Go', variable({ regex: '(?i)^[a-z]+$' }), 'A1', 'pattern'],
    ['what fits', variable({ regex: '(?i)^[a-z]+$' }), 'A', undefined],
  ])('looks at %s', (_, of, typed, expected) => {
    expect(faultOf(of, typed)).toBe(expected);
  });
});
