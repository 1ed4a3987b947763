import { variableSecrets } from './variableSecrets';

describe('variableSecrets', () => {
  it('are the values of all variables, but for short words', () => {
    expect(
      variableSecrets([
        { uid: 'p1', variables: [{ name: 'a', value: 's3cret-1' }] },
        { uid: 'p2' },
        {
          profileUid: 'p3',
          variables: [
            { name: 'b', value: 'true' },
            { name: 'c', value: 's3cret-2' },
          ],
        },
      ]),
    ).toEqual(['s3cret-1', 's3cret-2']);
  });

  it('are found beside what makes no sense', () => {
    expect(
      variableSecrets([
        null,
        'none',
        { variables: 'some' },
        { variables: [7, { value: 8 }, { value: 's3cret-1' }] },
      ]),
    ).toEqual(['s3cret-1']);
  });

  it.each([[undefined], ['none'], [{ variables: [] }]])(
    'are none of %j',
    profiles => {
      expect(variableSecrets(profiles)).toEqual([]);
    },
  );
});
