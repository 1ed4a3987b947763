import {
  NEWER_PACKS,
  profileChoices,
  toProfileChanges,
} from './profileChoices';

const attached = [{ uid: 'p1', name: 'infra', packs: [] }];
const known = [
  {
    metadata: { uid: 'p1', name: 'infra' },
    spec: {
      version: '1.0.0',
      versions: [
        { uid: 'p0', version: '0.9.0' },
        { uid: 'p1', version: '1.0.0' },
        { uid: 'p2', version: '1.1.0' },
      ],
      packs: [],
    },
    status: {},
  },
];

describe('profileChoices', () => {
  it('proposes the update where it is another version', () => {
    const choices = profileChoices(
      attached,
      [{ uid: 'p2', name: 'infra', packs: [] }],
      known,
    );
    expect(choices).toEqual([
      {
        uid: 'p1',
        name: 'infra',
        proposed: 'p2',
        options: [
          { value: 'p0', version: '0.9.0' },
          { value: 'p1', version: '1.0.0', is: 'current' },
          { value: 'p2', version: '1.1.0', is: 'newest' },
        ],
      },
    ]);
    expect(toProfileChanges(choices, {})).toEqual([
      { uid: 'p2', replaces: 'p1' },
    ]);
    expect(toProfileChanges(choices, { p1: 'p0' })).toEqual([
      { uid: 'p0', replaces: 'p1' },
    ]);
    expect(toProfileChanges(choices, { p1: 'p1' })).toEqual([]);
  });

  it('proposes the update where it is of the same version', () => {
    const choices = profileChoices(
      attached,
      [{ uid: 'p1', name: 'infra', packs: [] }],
      known,
    );
    expect(choices[0].proposed).toBe(NEWER_PACKS);
    expect(toProfileChanges(choices, {})).toEqual([{ uid: 'p1' }]);
  });

  it('makes do with the update where the profile itself is not to be seen', () => {
    const [choice] = profileChoices(
      attached,
      [{ uid: 'p2', name: 'infra', version: '1.1.0', packs: [] }],
      [undefined],
    );
    expect(choice.options).toEqual([
      { value: 'p1', version: undefined, is: 'current' },
      { value: 'p2', version: '1.1.0', is: 'newest' },
    ]);
  });

  it('proposes nothing where there is nothing newer', () => {
    const choices = profileChoices(attached, [], known);
    expect(toProfileChanges(choices, {})).toEqual([]);
  });
});
