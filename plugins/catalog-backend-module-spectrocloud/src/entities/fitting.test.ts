import { makeValidator } from '@backstage/catalog-model';
import fc from 'fast-check';
import { toEntityName, toLabelPart, toTag } from './fitting';

const validator = makeValidator();

describe('what the catalog can hold', () => {
  it('is left as it is', () => {
    expect(toEntityName('64a1f0c2e4b0a1b2c3d4e5f6')).toBe(
      '64a1f0c2e4b0a1b2c3d4e5f6',
    );
    expect(toLabelPart('cost-center_1.b')).toBe('cost-center_1.b');
    expect(toTag('team-a')).toBe('team-a');
  });

  it('is made of anything', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 200 }), text => {
        expect(validator.isValidEntityName(toEntityName(text))).toBe(true);
        expect(
          validator.isValidLabelKey(`a.example/${toLabelPart(text)}`),
        ).toBe(true);
        expect(validator.isValidLabelValue(toLabelPart(text))).toBe(true);
        expect(validator.isValidTag(toTag(text))).toBe(true);
      }),
    );
  });

  it('stays apart, and the same, for names that it can’t', () => {
    const [one, other] = ['a uid', 'another uid'].map(toEntityName);
    expect(one).not.toBe(other);
    expect(toEntityName('a uid')).toBe(one);
  });
});
