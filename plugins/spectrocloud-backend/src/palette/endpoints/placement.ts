import { InputError } from '@backstage/errors';
import type {
  CreatableCloudType,
  NewCluster,
  PlacementKind,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { PaletteClient } from '../PaletteClient';
import { palettePath } from '../palettePath';
import { variableSecrets } from '../variableSecrets';
import type { V1ClusterRate, V1Placement } from '../v1placement';

/** Where to look, as far as the cloud wants to know it. */
export interface PlacementPlace {
  accountUid: string;
  region?: string;
  cloudProject?: string;
  subscription?: string;
}

interface Call {
  path: string;
  query?: Record<string, string>;
}

type PlaceName = Exclude<keyof PlacementPlace, 'accountUid'>;

/** A part of the place that this list can't be asked for without. */
function need(place: PlacementPlace, name: PlaceName): string {
  const value = place[name];
  if (!value) throw new InputError(`query.${name} is required here`);
  return value;
}

const ofAccount = ({ accountUid }: PlacementPlace) => ({
  cloudAccountUid: accountUid,
});

const ofSubscription = (place: PlacementPlace) => ({
  ...ofAccount(place),
  subscriptionId: need(place, 'subscription'),
});

type Calls = Partial<Record<PlacementKind, (place: PlacementPlace) => Call>>;

const aws = (end: string) => (place: PlacementPlace) => ({
  path: palettePath`/v1/clouds/aws/regions/${need(place, 'region')}/${end}`,
  query: ofAccount(place),
});

const azure = (end: string) => (place: PlacementPlace) => ({
  path: palettePath`/v1/clouds/azure/regions/${need(place, 'region')}/${end}`,
  query: ofSubscription(place),
});

const azureSubscription = (end: string) => (place: PlacementPlace) => ({
  path: palettePath`/v1/clouds/azure/regions/${need(place, 'region')}/subscriptions/${need(place, 'subscription')}/${end}`,
  query: ofAccount(place),
});

const google = (end: string) => (place: PlacementPlace) => ({
  path: palettePath`/v1/clouds/gcp/projects/${need(place, 'cloudProject')}/regions/${need(place, 'region')}/${end}`,
  query: ofAccount(place),
});

const maas = (end: string) => (place: PlacementPlace) => ({
  path: palettePath`/v1/cloudaccounts/maas/${place.accountUid}/properties/${end}`,
});

/** What each cloud has lists of. */
const CALLS: Record<string, Calls> = {
  aws: {
    regions: place => ({
      path: '/v1/clouds/aws/regions',
      query: ofAccount(place),
    }),
    zones: aws('availabilityzones'),
    'instance-types': aws('instancetypes'),
    networks: aws('vpcs'),
    'key-pairs': aws('keypairs'),
  },
  azure: {
    regions: place => ({
      path: '/v1/clouds/azure/regions',
      query: ofSubscription(place),
    }),
    zones: azure('zones'),
    'instance-types': azure('instancetypes'),
    networks: azureSubscription('networks'),
    'resource-groups': azureSubscription('resourceGroups'),
  },
  gcp: {
    projects: place => ({
      path: '/v1/clouds/gcp/projects',
      query: ofAccount(place),
    }),
    regions: place => ({
      path: palettePath`/v1/clouds/gcp/projects/${need(place, 'cloudProject')}/regions`,
      query: ofAccount(place),
    }),
    zones: google('zones'),
    networks: google('networks'),
    'instance-types': place => ({
      path: palettePath`/v1/clouds/gcp/regions/${need(place, 'region')}/instancetypes`,
    }),
  },
  maas: {
    domains: maas('domains'),
    'resource-pools': maas('resourcePools'),
    zones: maas('azs'),
    subnets: maas('subnets'),
  },
};

/** @throws `InputError` where the cloud has no such list, or the place is not enough. */
export async function fetchPlacement(
  client: PaletteClient,
  cloud: string,
  kind: PlacementKind,
  place: PlacementPlace,
  projectUid?: string,
): Promise<V1Placement> {
  const call = Object.hasOwn(CALLS, cloud) ? CALLS[cloud][kind] : undefined;
  if (!call) {
    throw new InputError(`There are no ${kind} of the cloud '${cloud}'`);
  }
  return client.json({ ...call(place), projectUid });
}

/** Palette's estimate, by the hour; it creates nothing. */
export async function postClusterRate(
  client: PaletteClient,
  cloudType: CreatableCloudType,
  cluster: NewCluster,
  projectUid: string,
): Promise<V1ClusterRate> {
  return client.json({
    method: 'POST',
    path: palettePath`/v1/spectroclusters/${cloudType}/rate`,
    query: { periodType: 'hourly' },
    body: cluster,
    projectUid,
    creation: true,
    secrets: variableSecrets(cluster.spec.profiles),
  });
}
