import type { CreatableCloudType } from '@terasky/backstage-plugin-spectrocloud-common';
import type { Values } from '../fields/Field';
import { KINDS } from '../kinds';
import { type Draft, newDraft } from '../model/Draft';

/** Required values by field, as a user could fill them in. */
const FILLED: Values = {
  account: 'account-1',
  region: 'eu-west-1',
  instanceType: 'm5.xlarge',
  subscription: 'subscription-1',
  location: 'westeurope',
  resourceGroup: 'kubernetes',
  publicKey: 'ssh-ed25519 AAAA ops@acme.example',
  publicKeys: ['ssh-ed25519 AAAA ops@acme.example'],
  googleProject: 'acme-platform',
  datacenter: 'dc-frankfurt',
  folder: 'clusters',
  computeCluster: 'compute-a',
  resourcePool: 'Kubernetes',
  datastore: 'nvme',
  network: 'vlan-120',
  domain: 'acme.example',
  zones: ['a', 'b'],
  clusterGroup: 'group-1',
  timezone: 'Europe/Berlin',
};

/** A draft of a kind in which nothing is missing. */
export function filledDraft(
  kind: CreatableCloudType,
  values: Values = {},
  poolValues: Values = {},
): Draft {
  const draft = newDraft(kind, {
    projectUid: 'project-1',
    values: {
      name: 'orders-eu',
      description: 'All orders',
      tags: ['critical', 'team:payments'],
    },
  });
  const { placement, pool } = KINDS[kind];
  const fill = (fields: typeof placement, own: Values, more: Values) => ({
    ...own,
    ...Object.fromEntries(
      fields.flatMap(({ id }) => (id in FILLED ? [[id, FILLED[id]]] : [])),
    ),
    ...more,
  });
  return {
    ...draft,
    values: {
      ...fill(placement, draft.values, {}),
      ...(KINDS[kind].hasAccount && { account: FILLED.account }),
      ...values,
    },
    pools: draft.pools.map(each => ({
      ...each,
      values: fill(pool, each.values, poolValues),
      ...(!each.controlPlane &&
        kind !== 'virtual' && {
          labels: [{ key: 'acme.example/tier', value: 'gold' }],
          taints: [
            { key: 'dedicated', value: 'gpu', effect: 'NoSchedule' as const },
          ],
        }),
    })),
    profiles: [
      { uid: 'infra-1', name: 'infra', version: '1.0.0', type: 'infra' },
      {
        uid: 'addon-1',
        name: 'observability',
        version: '1.1.0',
        type: 'add-on',
      },
    ],
    variables: { 'addon-1': { retention_days: '30' } },
  };
}
