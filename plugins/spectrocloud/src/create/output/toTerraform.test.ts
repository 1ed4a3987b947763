/** @jest-environment node */
import { parse } from '@cdktf/hcl2json';
import { filledDraft } from '../__testUtils__/drafts';
import { terraformFaults } from '../__testUtils__/terraformFaults';
import { toCreation } from '../creation/toCreation';
import type { Values } from '../fields/Field';
import { KINDS } from '../kinds';
import type { Draft } from '../model/Draft';
import { toTerraform } from './toTerraform';

const VARIABLES = new Map([
  ['addon-1', [{ name: 'retention_days' }, { name: 'owner' }]],
]);
const SECRET = {
  profileUid: 'addon-1',
  name: 'pager key',
  key: 'pager_key',
};

/** Every policy that there is. */
const POLICIES: Values = {
  patchOnBoot: true,
  patchSchedule: '0 3 * * 0',
  scanConfiguration: '0 4 * * *',
  backupLocation: 'location-1',
  backupPrefix: 'orders',
  backupSchedule: '0 5 * * *',
  backupHours: '720',
};

const hclOf = (draft: Draft, secrets = [SECRET]) =>
  toTerraform(
    toCreation(draft, VARIABLES, () => undefined),
    secrets,
  );

async function read(hcl: string) {
  const parsed = await parse('cluster.tf', hcl);
  const [[type, named]] = Object.entries(
    parsed.resource as Record<string, Record<string, [Record<string, any>]>>,
  );
  const [[name, [body]]] = Object.entries(named);
  return { parsed, type, name, body };
}

const kinds = Object.keys(KINDS) as Array<keyof typeof KINDS>;

jest.setTimeout(60_000);

describe('toTerraform', () => {
  it.each(kinds)("of %s is what the provider's schema takes", async kind => {
    for (const draft of [
      filledDraft(kind),
      filledDraft(kind, kind === 'virtual' ? {} : POLICIES),
    ]) {
      const { parsed, body, name } = await read(hclOf(draft));
      expect(terraformFaults(parsed)).toEqual([]);
      expect(name).toBe('orders_eu');
      expect(body).toMatchObject({
        name: 'orders-eu',
        context: 'project',
        description: 'All orders',
        tags: ['critical', 'team:payments'],
        cluster_profile: [
          { id: 'infra-1' },
          {
            id: 'addon-1',
            variables: {
              retention_days: '30',
              'pager key': `\${var.pager_key}`,
            },
          },
        ],
      });
      expect(parsed.variable.pager_key).toEqual([
        { sensitive: true, type: `\${string}` },
      ]);
    }
  });

  const details: Array<[keyof typeof KINDS, Values, Values, object]> = [
    [
      'eks',
      {
        vpc: 'vpc-1',
        endpointAccess: 'privateAndPublic',
        publicCidrs: ['10.0.0.0/8'],
        privateCidrs: [],
      },
      {
        capacityType: 'spot',
        maxPrice: '0.05',
        autoscale: true,
        minSize: '1',
        maxSize: '5',
        subnets: ['a/subnet-1', 'a/subnet-2', 'b/subnet-3'],
      },
      {
        cloud_config: [
          {
            vpc_id: 'vpc-1',
            endpoint_access: 'private_and_public',
            public_access_cidrs: ['10.0.0.0/8'],
          },
        ],
        machine_pool: [
          {
            name: 'worker',
            count: 2,
            min: 1,
            max: 5,
            max_price: '0.05',
            disk_size_gb: 60,
            az_subnets: { a: 'subnet-1,subnet-2', b: 'subnet-3' },
            additional_labels: { 'acme.example/tier': 'gold' },
            taints: [{ key: 'dedicated', value: 'gpu', effect: 'NoSchedule' }],
          },
        ],
      },
    ],
    [
      'aws',
      { keyPair: 'ops' },
      {},
      {
        cloud_config: [{ ssh_key_name: 'ops' }],
        machine_pool: [{ control_plane: true, count: 3 }, { name: 'worker' }],
      },
    ],
    [
      'azure',
      {
        vnet: 'hub',
        vnetCidr: '10.9.0.0/16',
        vnetGroup: 'net',
        controlPlaneSubnet: 'cp',
        controlPlaneSubnetCidr: '10.9.0.0/24',
        workerSubnet: 'w',
        workerSubnetCidr: '10.9.1.0/24',
      },
      {},
      {
        cloud_config: [
          {
            virtual_network_name: 'hub',
            control_plane_subnet: [{ name: 'cp', cidr_block: '10.9.0.0/24' }],
            worker_node_subnet: [{ name: 'w' }],
          },
        ],
        machine_pool: [
          { disk: [{ size_gb: 60, type: 'Premium_LRS' }], os_type: 'Linux' },
          {},
        ],
      },
    ],
    [
      'vsphere',
      { staticIp: true, endpoint: 'DDNS', searchDomain: 'k8s.example' },
      { ipPool: 'pool-1' },
      {
        cloud_config: [
          {
            static_ip: true,
            network_type: 'DDNS',
            network_search_domain: 'k8s.example',
          },
        ],
        machine_pool: [
          {
            placement: [{ static_ip_pool_id: 'pool-1', cluster: 'compute-a' }],
            instance_type: [{ cpu: 4, memory_mb: 8192, disk_size_gb: 60 }],
          },
          {},
        ],
      },
    ],
    [
      'virtual',
      { kubernetesVersion: '1.32.1' },
      {},
      {
        cluster_group_uid: 'group-1',
        cloud_config: [{ k8s_version: '1.32.1' }],
        resources: [{ max_cpu: 6, min_storage_in_gb: 0 }],
      },
    ],
  ];

  it.each(details)(
    'says of %s what was chosen',
    async (kind, values, pool, expected) => {
      const { parsed, body } = await read(
        hclOf(filledDraft(kind, values, pool)),
      );
      expect(terraformFaults(parsed)).toEqual([]);
      expect(body).toMatchObject(expected);
    },
  );

  it('has a variable for what Terraform alone wants', async () => {
    const { parsed, body } = await read(hclOf(filledDraft('aws'), []));
    expect(body.cloud_config[0].ssh_key_name).toBe(`\${var.ssh_key_name}`);
    expect(Object.keys(parsed.variable)).toEqual(['ssh_key_name']);
  });

  it('keeps hostile texts the texts that they are', async () => {
    const hostile = `"}\\\nresource "x" "y" {} \${file("/etc/passwd")} %{ if true } $\${x} \t\u0007 ü`;
    const draft = filledDraft('eks', { description: hostile });
    draft.variables = { 'addon-1': { owner: hostile } };
    const hcl = hclOf(draft, []);
    const { parsed, body } = await read(hcl);
    expect(Object.keys(parsed)).toEqual(['resource']);
    expect(Object.keys(parsed.resource)).toEqual(['spectrocloud_cluster_eks']);
    // The library leaves what marks a literal where it is.
    const literal = hostile.replace(/([$%])\{/g, '$1$1{');
    expect(body.description).toBe(literal);
    expect(body.cluster_profile[1].variables.owner).toBe(literal);
  });

  it('notices what the schema does not have', async () => {
    const { parsed } = await read(
      hclOf(filledDraft('eks')).replace(/region +=/, 'regoin ='),
    );
    expect(terraformFaults(parsed)).toEqual([
      'spectrocloud_cluster_eks.cloud_config[0].regoin is unknown',
      'spectrocloud_cluster_eks.cloud_config[0].region is missing',
    ]);
  });
});
