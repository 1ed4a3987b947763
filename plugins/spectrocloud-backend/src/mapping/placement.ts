import type {
  ClusterRate,
  PlacementOption,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type {
  V1ClusterRate,
  V1InstanceType,
  V1Named,
  V1Placement,
} from '../palette/v1placement';

/** More than anybody chooses from; the largest clouds have some hundred kinds of machine. */
const MAX_OPTIONS = 2000;

function toMachine(machine: V1InstanceType): PlacementOption {
  return {
    value: machine.type ?? '',
    cpu: machine.cpu,
    memory: machine.memory,
    gpu: machine.gpu,
    // Palette writes 0 where it knows no price.
    hourlyPrice: machine.price || undefined,
  };
}

const toNamed = ({ name }: V1Named): PlacementOption => ({ value: name ?? '' });

/** A list may be null, and hold what is no object. */
function each<T, R>(list: T[] | null | undefined, map: (item: T) => R): R[] {
  return Array.isArray(list)
    ? list.filter(item => item !== null && item !== undefined).map(map)
    : [];
}

/** The one list that an answer has. */
export function toPlacementOptions(answer: V1Placement): PlacementOption[] {
  const options: PlacementOption[] = [
    ...each(answer.items, toNamed),
    ...each(answer.projects, ({ id, name }) => ({ value: id ?? '', name })),
    ...each(answer.regions, ({ name, displayName }) => ({
      value: name ?? '',
      name: displayName,
    })),
    ...each(answer.zones, toNamed),
    ...each(answer.zoneList, ({ id }) => ({ value: id ?? '' })),
    ...each(answer.keyNames, value => ({ value: String(value) })),
    ...each(answer.resourceGroupList, toNamed),
    ...each(answer.instanceTypes, toMachine),
    ...each(answer.vpcs, ({ vpcId, name, cidrBlock, subnets }) => ({
      value: vpcId ?? '',
      name,
      cidr: cidrBlock,
      subnets: each(subnets, subnet => ({
        value: subnet.subnetId ?? '',
        name: subnet.name,
        zone: subnet.az,
        isPrivate: subnet.isPrivate,
      })),
    })),
    ...each(answer.virtualNetworkList, network => ({
      value: network.name ?? '',
      cidr: network.addressSpaces?.[0],
      subnets: each(network.subnets, ({ name }) => ({ value: name ?? '' })),
    })),
    ...each(answer.networks, ({ name, subnets }) => ({
      value: name ?? '',
      subnets: each(subnets, subnet => ({
        value: subnet.name ?? subnet.id ?? '',
        name: subnet.name,
      })),
    })),
  ];
  return options.filter(({ value }) => value !== '').slice(0, MAX_OPTIONS);
}

export function toClusterRate({
  rate,
  machinePools,
}: V1ClusterRate): ClusterRate {
  return {
    total: rate?.total,
    compute: rate?.compute,
    storage: rate?.storage,
    pools: each(machinePools, pool => ({
      name: pool.name ?? '',
      nodes: pool.nodesCount,
      total: pool.rate?.total,
    })),
  };
}
