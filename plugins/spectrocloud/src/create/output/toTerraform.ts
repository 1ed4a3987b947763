import type { ClusterCreation } from '@terasky/backstage-plugin-spectrocloud-common';
import { atPath } from '../creation/paths';
import { KINDS } from '../kinds';
import { type HclBlock, type HclValue, toHcl } from './hcl';
import { mapBody, type Wanted } from './mapBody';
import { policyBlocks, settingAttributes } from './policyBlocks';
import type { Secret } from './Secret';
import {
  type Mapping,
  TERRAFORM_KINDS,
  VIRTUAL_RESOURCE,
  VIRTUAL_RESOURCES,
} from './terraformMappings';

type Attribute = [name: string, value: HclValue];

const BARE_TAG = 'spectro__tag';

/** The members of `spec` that outputs look at; which there are depends on the kind. */
interface Spec {
  cloudAccountUid?: string;
  cloudConfig?: unknown;
  machinepoolconfig?: Pool[];
  profiles?: Array<{
    uid: string;
    variables?: Array<{ name: string; value: string }>;
  }>;
}

interface Pool {
  cloudConfig?: unknown;
  poolConfig?: {
    isControlPlane?: boolean;
    additionalLabels?: Record<string, string>;
    taints?: Array<{ key: string; value: string; effect: string }>;
  };
}

const POOL: Mapping[] = [
  { from: 'poolConfig.name', to: 'name' },
  { from: 'poolConfig.size', to: 'count' },
  { from: 'poolConfig.minSize', to: 'min' },
  { from: 'poolConfig.maxSize', to: 'max' },
];

const CONTROL_PLANE: Mapping[] = [
  { from: 'poolConfig.isControlPlane', to: 'control_plane' },
  { from: 'poolConfig.useControlPlaneAsWorker', to: 'control_plane_as_worker' },
];

const STRATEGY: Mapping = {
  from: 'poolConfig.updateStrategy.type',
  to: 'update_strategy',
};

function toTags(labels: Record<string, string> = {}): string[] {
  return Object.entries(labels).map(([key, value]) =>
    value === BARE_TAG ? key : `${key}:${value}`,
  );
}

function profileBlocks(spec: Spec, secrets: Secret[]): HclBlock[] {
  return (spec.profiles ?? []).map(({ uid, variables = [] }) => {
    const values = new Map<string, HclValue>(
      variables.map(({ name, value }) => [name, value]),
    );
    for (const { profileUid, name, key } of secrets) {
      if (profileUid === uid) values.set(name, { reference: `var.${key}` });
    }
    return {
      type: 'cluster_profile',
      attributes: [
        ['id', uid],
        ...(values.size > 0 ? ([['variables', values]] as Attribute[]) : []),
      ],
    };
  });
}

function poolBlock(
  cloudType: ClusterCreation['cloudType'],
  mappings: Mapping[],
  pool: Pool,
  wanted: Wanted[],
): HclBlock {
  const { managedControlPlane } = KINDS[cloudType];
  const { additionalLabels, taints = [] } = pool.poolConfig ?? {};
  const isControlPlane = pool.poolConfig?.isControlPlane === true;
  const block = mapBody(
    'machine_pool',
    [
      ...POOL,
      ...(managedControlPlane || !isControlPlane ? [] : CONTROL_PLANE),
      ...mappings,
      STRATEGY,
    ],
    pool,
    wanted,
  );
  const labels = Object.entries(additionalLabels ?? {});
  return {
    ...block,
    attributes: [
      ...block.attributes,
      ...(labels.length > 0
        ? ([['additional_labels', new Map(labels)]] as Attribute[])
        : []),
    ],
    blocks: [
      ...(block.blocks ?? []),
      ...taints.map(({ key, value, effect }) => ({
        type: 'taints',
        attributes: [
          ['key', key],
          ['value', value],
          ['effect', effect],
        ] as Attribute[],
      })),
    ],
  };
}

function placeBlocks(
  { cloudType }: ClusterCreation,
  spec: Spec,
  wanted: Wanted[],
): { resource: string; attributes: Attribute[]; blocks: HclBlock[] } {
  const pools = spec.machinepoolconfig ?? [];
  if (cloudType === 'virtual') {
    const version = mapBody(
      'cloud_config',
      [{ from: 'kubernetesVersion', to: 'k8s_version' }],
      spec.cloudConfig,
      wanted,
    );
    const group = atPath(
      spec,
      'clusterConfig.hostClusterConfig.clusterGroup.uid',
    );
    return {
      resource: VIRTUAL_RESOURCE,
      attributes: [['cluster_group_uid', String(group ?? '')]],
      blocks: [
        ...(version.attributes.length > 0 ? [version] : []),
        ...pools
          .slice(0, 1)
          .map(pool => mapBody('resources', VIRTUAL_RESOURCES, pool, wanted)),
      ],
    };
  }
  const kind = TERRAFORM_KINDS[cloudType];
  return {
    resource: kind.resource,
    attributes: [['cloud_account_id', spec.cloudAccountUid ?? '']],
    blocks: [
      mapBody('cloud_config', kind.cloud, spec.cloudConfig, wanted),
      ...pools.map(pool => poolBlock(cloudType, kind.pool, pool, wanted)),
    ],
  };
}

const variable = (
  name: string,
  type: string,
  sensitive: boolean,
): HclBlock => ({
  type: 'variable',
  labels: [name],
  attributes: [
    ['type', { reference: type }],
    ...(sensitive ? ([['sensitive', true]] as Attribute[]) : []),
  ],
});

/**
 * A cluster to be created as a resource of the Terraform provider, in HCL.
 *
 * @param creation - without the values of secrets
 * @param secrets - become variables that are marked as sensitive
 */
export function toTerraform(
  creation: ClusterCreation,
  secrets: Secret[],
): string {
  const { metadata } = creation;
  const spec = creation.spec as Spec;
  const wanted: Wanted[] = [];
  const place = placeBlocks(creation, spec, wanted);
  const tags = toTags(metadata.labels);
  const description = metadata.annotations?.description;
  const resource: HclBlock = {
    type: 'resource',
    labels: [place.resource, metadata.name.replace(/-/g, '_') || 'cluster'],
    attributes: [
      ['name', metadata.name],
      ['context', 'project'],
      ...(description ? ([['description', description]] as Attribute[]) : []),
      ...(tags.length > 0 ? ([['tags', tags]] as Attribute[]) : []),
      ...place.attributes,
      ...settingAttributes(spec),
    ],
    blocks: [
      ...profileBlocks(spec, secrets),
      ...place.blocks,
      ...policyBlocks(spec),
    ],
  };
  const names = new Map(wanted.map(({ name, type }) => [name, type]));
  return toHcl([
    resource,
    ...[...names].map(([name, type]) => variable(name, type, false)),
    ...secrets.map(({ key }) => variable(key, 'string', true)),
  ]);
}
