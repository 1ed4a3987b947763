import { filledDraft } from '../__testUtils__/drafts';
import { KINDS } from '../kinds';
import { type Draft, newDraft } from '../model/Draft';
import { findIssues } from './findIssues';
import { placeFinding } from './placeFinding';

const NONE = new Map();
const found = (draft: Draft, variables = NONE) =>
  findIssues(draft, {}, variables).map(({ at, code }) => `${at} ${code}`);

const kinds = Object.keys(KINDS) as Array<keyof typeof KINDS>;

describe('findIssues', () => {
  it.each(kinds)('finds nothing in a %s that is filled in', kind => {
    expect(found(filledDraft(kind))).toEqual([]);
  });

  it.each(kinds)(
    'finds in an empty %s what it needs, in the order of the steps',
    kind => {
      const issues = findIssues(newDraft(kind), {}, NONE);
      expect(issues[0]).toMatchObject({
        step: 'basics',
        at: 'cluster/project',
      });
      expect(issues.map(({ at }) => at)).toContain('cluster/name');
      const steps = issues.map(({ step }) => step);
      expect([...new Set(steps)].length).toBe(
        steps.filter((step, index) => step !== steps[index - 1]).length,
      );
    },
  );

  it.each([
    [{ name: 'Orders' }, {}, 'cluster/name name'],
    [{ name: `a${'b'.repeat(63)}` }, {}, 'cluster/name name'],
    [{}, { size: '1.5' }, 'pool/p1/size wholeNumber'],
    [{}, { diskGib: '2001' }, 'pool/p1/diskGib most'],
    [{}, { diskGib: '0' }, 'pool/p1/diskGib least'],
    [{}, { poolName: 'A b' }, 'pool/p1/poolName poolName'],
    [{}, { capacityType: 'spot' }, 'pool/p1/maxPrice required'],
    [
      {},
      { autoscale: true, minSize: '3', maxSize: '2' },
      'pool/p1/maxSize sizes',
    ],
    [{ patchSchedule: 'at night' }, {}, 'cluster/patchSchedule cron'],
    [
      { backupLocation: 'l', backupPrefix: 'p', backupSchedule: '0 1 * * *' },
      {},
      'cluster/backupHours required',
    ],
  ])('of %j and %j says %s', (values, pool, words) => {
    expect(found(filledDraft('eks', values, pool))).toEqual([words]);
  });

  it('wants an odd control plane, names of their own and labels that Kubernetes takes', () => {
    const draft = filledDraft('aws');
    draft.pools[0].values = { ...draft.pools[0].values, size: '2' };
    draft.pools[1] = {
      ...draft.pools[1],
      values: { ...draft.pools[1].values, poolName: 'control-plane' },
      labels: [{ key: 'not a key', value: '' }],
    };
    expect(found(draft)).toEqual([
      'pool/p1/poolName duplicate',
      'pool/p1/size odd',
      'pool/p2/poolName duplicate',
      'pool/p2/labels label',
    ]);
  });

  it('wants something to run on, and the values that profiles require', () => {
    const draft = filledDraft('eks');
    const variables = new Map([
      [
        'addon-1',
        [
          { name: 'retention_days', format: 'number' },
          { name: 'owner', required: true },
          { name: 'pager_key', required: true, isSensitive: true },
        ],
      ],
    ]);
    expect(
      found({ ...draft, profiles: draft.profiles.slice(1) }, variables),
    ).toEqual([
      'profiles noInfrastructure',
      'variable/addon-1/owner required',
      'variable/addon-1/pager_key required',
    ]);
  });
});

describe('placeFinding', () => {
  const draft = filledDraft('aws');
  const variables = new Map([['addon-1', [{ name: 'retention_days' }]]]);

  it.each([
    ['machinePools.worker', 'pools', 'pool/p2/'],
    ['machinePools.gone', 'pools', 'pools'],
    [
      'profiles.addon-1.retention_days',
      'profiles',
      'variable/addon-1/retention_days',
    ],
    ['profiles.addon-1.kubernetes', 'profiles', 'profile/addon-1'],
    ['profiles.other.kubernetes', 'profiles', 'profiles'],
    ['metadata.name', 'basics', 'cluster/name'],
    ['body.spec.cloudAccountUid', 'basics', 'cluster/account'],
    ['spec.cloudConfig.region', 'placement', 'cluster/region'],
    [
      'spec.machinepoolconfig.1.cloudConfig.instanceType',
      'pools',
      'pool/p2/instanceType',
    ],
    ['body.spec.machinepoolconfig[0].poolConfig.size', 'pools', 'pool/p1/size'],
    ['spec.somethingNew', undefined, undefined],
    ['', undefined, undefined],
  ])('knows where %s is', (field, step, at) => {
    expect(placeFinding({ field, message: 'x' }, draft, variables)).toEqual({
      ...(step && { step }),
      ...(at && { at }),
    });
  });
});
