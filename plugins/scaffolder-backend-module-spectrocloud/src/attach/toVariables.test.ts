import { toVariables } from './toVariables';

describe('toVariables', () => {
  it('takes values by their names, as texts', () => {
    expect(toVariables({ days: 14, on: true, zone: 'a' }, {})).toEqual([
      { name: 'days', value: '14' },
      { name: 'on', value: 'true' },
      { name: 'zone', value: 'a' },
    ]);
  });

  it("takes what the form's field gives, with its secrets", () => {
    expect(
      toVariables(
        [
          { name: 'days', value: '14' },
          { name: 'token', secret: 'spectrocloud.variable.p1.token' },
        ],
        { 'spectrocloud.variable.p1.token': 's3cret' },
      ),
    ).toEqual([
      { name: 'days', value: '14' },
      { name: 'token', value: 's3cret' },
    ]);
  });

  it('takes none without a value', () => {
    expect(() => toVariables([{ name: 'days' }], {})).toThrow(
      'Each of the variables needs a name and a value',
    );
  });
});
