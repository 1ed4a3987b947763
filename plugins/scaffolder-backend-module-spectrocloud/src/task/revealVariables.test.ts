import type { ClusterCreation } from '@terasky/backstage-plugin-spectrocloud-common';
import { revealProfiles, revealVariables } from './revealVariables';

const secrets = {
  'spectrocloud.variable.p1.token': 's3cret',
  backstageToken: 'of the user',
};

const cluster = (profiles?: unknown): ClusterCreation => ({
  cloudType: 'eks',
  metadata: { name: 'prod' },
  spec: {
    cloudAccountUid: 'a1',
    cloudConfig: { region: 'eu-west-1' },
    ...(profiles !== undefined && { profiles }),
  },
});

describe('revealVariables', () => {
  it('puts secrets where they are named, and leaves all else alone', () => {
    expect(
      revealVariables(
        [
          { name: 'retention', value: '14' },
          { name: 'token', secret: 'spectrocloud.variable.p1.token' },
        ],
        secrets,
      ),
    ).toEqual([
      { name: 'retention', value: '14' },
      { name: 'token', value: 's3cret' },
    ]);
  });

  it('gives away no other secret of the task', () => {
    expect(() =>
      revealVariables([{ name: 'token', secret: 'backstageToken' }], secrets),
    ).toThrow("names a secret that isn't one of a form");
  });

  it('says what to do where the secret is gone', () => {
    const gone = [{ name: 'token', secret: 'spectrocloud.variable.p1.gone' }];
    expect(() => revealVariables(gone, secrets)).toThrow(
      'run the template anew, and fill it in',
    );
    expect(() => revealVariables(gone)).toThrow('run the template anew');
  });
});

describe('revealProfiles', () => {
  it('reveals the variables of each profile', () => {
    const revealed = revealProfiles(
      cluster([
        { uid: 'infra' },
        {
          uid: 'p1',
          packValues: [],
          variables: [
            { name: 'token', secret: 'spectrocloud.variable.p1.token' },
          ],
        },
      ]),
      secrets,
    );
    expect(revealed.spec.profiles).toEqual([
      { uid: 'infra' },
      {
        uid: 'p1',
        packValues: [],
        variables: [{ name: 'token', value: 's3cret' }],
      },
    ]);
  });

  it.each([[undefined], ['none'], [[{ uid: 'p1', variables: 'some' }]]])(
    'leaves profiles of another shape to Palette: %j',
    profiles => {
      expect(revealProfiles(cluster(profiles), secrets)).toEqual(
        cluster(profiles),
      );
    },
  );
});
