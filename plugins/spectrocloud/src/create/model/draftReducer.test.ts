import { filledDraft } from '../__testUtils__/drafts';
import {
  draftReducer,
  type WizardAction,
  type WizardState,
} from './draftReducer';

const start = (draft = filledDraft('eks')): WizardState => ({
  draft,
  secrets: {},
});
const after = (state: WizardState, ...actions: WizardAction[]) =>
  actions.reduce(draftReducer, state);

describe('draftReducer', () => {
  it('takes back what was offered for another region, and keeps the rest', () => {
    const { draft } = after(
      start(
        filledDraft('eks', { vpc: 'vpc-1', keyPair: 'ops' }, { diskGib: '80' }),
      ),
      { do: 'set', id: 'region', value: 'us-east-1' },
    );
    expect(draft.values).toMatchObject({
      name: 'orders-eu',
      account: 'account-1',
      region: 'us-east-1',
      vpc: undefined,
      keyPair: undefined,
    });
    expect(draft.pools[0].values).toMatchObject({
      poolName: 'worker',
      diskGib: '80',
      instanceType: undefined,
      zones: undefined,
    });
  });

  it('takes back what hangs on what was taken back', () => {
    const { draft } = after(start(filledDraft('vsphere')), {
      do: 'set',
      id: 'account',
      value: 'account-2',
    });
    expect(draft.values).toMatchObject({
      datacenter: undefined,
      folder: undefined,
      // The user's keys are no account's.
      publicKeys: ['ssh-ed25519 AAAA ops@acme.example'],
    });
    expect(draft.pools[1].values).toMatchObject({
      computeCluster: undefined,
      datastore: undefined,
      cpus: '4',
    });
  });

  it('keeps the name, the project and the tags for another kind', () => {
    const { draft } = after(start(), { do: 'kind', kind: 'maas' });
    expect(draft).toMatchObject({
      kind: 'maas',
      projectUid: 'project-1',
      step: 'basics',
      profiles: [],
      values: { name: 'orders-eu', tags: ['critical', 'team:payments'] },
    });
    expect(draft.pools.map(({ controlPlane }) => controlPlane)).toEqual([
      true,
      false,
    ]);
  });

  it('names each pool by itself', () => {
    const add: WizardAction = { do: 'addPool', controlPlane: false };
    const { draft } = after(
      start(),
      add,
      add,
      { do: 'removePool', pool: 'p2' },
      add,
    );
    expect(draft.pools.map(({ id, values }) => [id, values.poolName])).toEqual([
      ['p1', 'worker'],
      ['p3', 'worker-3'],
      ['p4', 'worker-2'],
    ]);
  });

  it('keeps secrets apart from the draft, and forgets them with the project', () => {
    const secret: WizardAction = {
      do: 'secret',
      profile: 'addon-1',
      name: 'pager_key',
      value: 's3cret',
    };
    const state = after(start(), secret);
    expect(JSON.stringify(state.draft)).not.toContain('s3cret');
    expect(state.secrets).toEqual({ 'addon-1': { pager_key: 's3cret' } });
    expect(
      after(state, { do: 'project', projectUid: 'project-2' }).secrets,
    ).toEqual({});
  });

  it('keeps what was typed for another version of a profile', () => {
    const { draft, secrets } = after(
      start(),
      { do: 'secret', profile: 'addon-1', name: 'pager_key', value: 's' },
      {
        do: 'version',
        from: 'addon-1',
        to: 'addon-2',
        profiles: [
          {
            uid: 'addon-2',
            name: 'observability',
            version: '1.0.0',
            type: 'add-on',
          },
        ],
      },
    );
    expect(draft.variables['addon-2']).toEqual({ retention_days: '30' });
    expect(secrets['addon-2']).toEqual({ pager_key: 's' });
  });
});
