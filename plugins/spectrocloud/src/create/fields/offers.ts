import type {
  ApiOptions,
  PlacementKind,
  PlacementOption,
  PlacementQuery,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { Option } from '@terasky/backstage-plugin-spectrocloud-react';
import { listOf, textOf, type Values } from './Field';
import type { OfferName } from './offerNeeds';

/** What an offer is asked with. */
export interface OfferQuestion {
  api: SpectroCloudApi;
  cloudType: string;
  /** Values of the cluster's fields, with those of the pool laid over. */
  values: Values;
  options: ApiOptions;
}

type Load = (question: OfferQuestion) => Promise<Option[]>;

const account = ({ values }: OfferQuestion) => textOf(values.account);

/** As people compare machines: cores, memory, price. */
function machineLabel({ cpu, memory, gpu, hourlyPrice }: PlacementOption) {
  const parts = [
    cpu && `${cpu} vCPU`,
    memory && `${memory} GB`,
    gpu && `${gpu} GPU`,
    hourlyPrice && `$${hourlyPrice}/h`,
  ];
  return parts.filter(Boolean).join(', ') || undefined;
}

function labelOf(option: PlacementOption): string | undefined {
  const { name, cidr, value } = option;
  const parts = [name === value ? undefined : name, cidr].filter(Boolean);
  return machineLabel(option) ?? (parts.join(', ') || undefined);
}

function placement(
  kind: PlacementKind,
  query: (values: Values) => PlacementQuery = () => ({}),
): Load {
  return async question => {
    const { api, cloudType, values, options } = question;
    const found = await api.listPlacementOptions(
      { cloudType, uid: account(question) },
      kind,
      query(values),
      options,
    );
    return found.map(option => ({
      value: option.value,
      label: labelOf(option),
    }));
  };
}

const inRegion = (values: Values) => ({ region: textOf(values.region) });
const inSubscription = (values: Values) => ({
  region: textOf(values.location),
  subscription: textOf(values.subscription),
});
const inProject = (values: Values) => ({
  cloudProject: textOf(values.googleProject),
  region: textOf(values.region) || undefined,
});

const named = (names: string[]): Option[] => names.map(value => ({ value }));

/** The network that was chosen, as Palette describes it. */
async function networkOf(
  question: OfferQuestion,
  chosen: string,
  query: (values: Values) => PlacementQuery,
): Promise<PlacementOption | undefined> {
  const { api, cloudType, values, options } = question;
  const networks = await api.listPlacementOptions(
    { cloudType, uid: account(question) },
    'networks',
    query(values),
    options,
  );
  return networks.find(({ value }) => value === chosen);
}

/** The subnets of a network of AWS, each with its zone. */
const subnets: Load = async question => {
  const network = await networkOf(
    question,
    textOf(question.values.vpc),
    inRegion,
  );
  return (network?.subnets ?? []).map(({ value, name, zone }) => ({
    value: `${zone ?? ''}/${value}`,
    label: [name, zone].filter(Boolean).join(', ') || undefined,
  }));
};

const azureNetwork = (question: OfferQuestion) =>
  networkOf(question, textOf(question.values.vnet), inSubscription);

function datacenters(part: 'folders' | 'computeClusters'): Load {
  return async question => {
    const found = await question.api.listVsphereDatacenters(
      account(question),
      question.options,
    );
    const chosen = found.find(
      ({ datacenter }) => datacenter === question.values.datacenter,
    );
    return named(chosen?.[part] ?? []);
  };
}

function resources(part: 'datastores' | 'networks' | 'resourcePools'): Load {
  return async question => {
    const { api, values, options } = question;
    const found = await api.getVsphereResources(
      account(question),
      {
        datacenter: textOf(values.datacenter),
        computeCluster: textOf(values.computeCluster),
      },
      options,
    );
    return named(found[part]);
  };
}

/** Pools belong to the gateway through which Palette reaches the account. */
const ipPools: Load = async question => {
  const { api, options } = question;
  const overlords = await api.listOverlords(options);
  const gateway = overlords.find(
    ({ spec }) => spec.cloudAccountUid === account(question),
  );
  if (!gateway) return [];
  const pools = await api.listIpPools(gateway.metadata.uid, options);
  return pools.map(({ metadata, spec }) => ({
    value: metadata.uid,
    label: [metadata.name, spec.start && `${spec.start} – ${spec.end ?? ''}`]
      .filter(Boolean)
      .join(', '),
  }));
};

/** How each offer is read. */
export const OFFERS: Record<OfferName, Load> = {
  regions: placement('regions'),
  zones: placement('zones', inRegion),
  instanceTypes: placement('instance-types', values => ({
    ...inRegion(values),
    ...(values.googleProject && inProject(values)),
  })),
  networks: placement('networks', inRegion),
  subnets,
  keyPairs: placement('key-pairs', inRegion),
  locations: placement('regions', ({ subscription }) => ({
    subscription: textOf(subscription),
  })),
  azureZones: placement('zones', inSubscription),
  azureInstanceTypes: placement('instance-types', inSubscription),
  azureNetworks: placement('networks', inSubscription),
  azureNetworkRanges: async question => {
    const network = await azureNetwork(question);
    return network?.cidr ? [{ value: network.cidr }] : [];
  },
  azureSubnets: async question => {
    const network = await azureNetwork(question);
    return named((network?.subnets ?? []).map(({ value }) => value));
  },
  resourceGroups: placement('resource-groups', inSubscription),
  googleProjects: placement('projects'),
  googleRegions: placement('regions', inProject),
  googleZones: placement('zones', inProject),
  googleNetworks: placement('networks', inProject),
  datacenters: async question => {
    const found = await question.api.listVsphereDatacenters(
      account(question),
      question.options,
    );
    return named(found.map(({ datacenter }) => datacenter));
  },
  folders: datacenters('folders'),
  computeClusters: datacenters('computeClusters'),
  vsphereResourcePools: resources('resourcePools'),
  datastores: resources('datastores'),
  vsphereNetworks: resources('networks'),
  ipPools,
  domains: placement('domains'),
  maasResourcePools: placement('resource-pools'),
  maasZones: placement('zones'),
  sshKeys: async ({ api, options }) => {
    const keys = await api.listSshKeys(options);
    return keys.flatMap(({ metadata, spec }) =>
      spec.publicKey ? [{ value: spec.publicKey, label: metadata.name }] : [],
    );
  },
  clusterGroups: async ({ api, options }) => {
    const groups = await api.listClusterGroups(options);
    return groups.map(({ metadata }) => ({
      value: metadata.uid,
      label: metadata.name,
    }));
  },
};

/** Whether a value is there to ask with. */
export function isKnown(values: Values, id: string): boolean {
  const value = values[id];
  return value === true || listOf(value).length > 0;
}
