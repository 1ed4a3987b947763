import type { PaletteVisitor } from './PaletteVisitor';

interface Named {
  metadata: { uid: string; name: string };
}

/** The pools of a cluster by what its machines' address needs. */
interface KnownPools {
  /** As in the path, where a virtual cluster's is `virtual`. */
  cloud: string;
  configUid: string;
  names: string[];
}

/** The objects of a simulator that addresses of its routes name. */
export interface KnownObjects {
  projectUid: string;
  groupUid: string;
  pools: KnownPools[];
  /** What may follow a segment, or two, of a path. */
  bySegment: Record<string, string[]>;
}

interface Cluster extends Named {
  specSummary: {
    cloudConfig: {
      cloudType: string;
      hybridMachinePools: object[] | null;
      uid: string;
    };
  };
  status: {
    state: string;
    health: { state: string };
    virtual: { lifecycleStatus?: object };
    repave: { state: string };
  };
}

const ACCOUNT_CLOUDS = ['aws', 'azure', 'gcp', 'maas', 'vsphere'];

const uidsOf = (items: Named[] | null) =>
  (items ?? []).map(({ metadata }) => metadata.uid);

/** The clusters that differ in what their answers are made of. */
function oneOfEachKind(clusters: Cluster[]): Cluster[] {
  const byKind = new Map(
    clusters.map(cluster => {
      const { cloudConfig } = cluster.specSummary;
      const { state, health, virtual, repave } = cluster.status;
      const kind = [
        cloudConfig.cloudType,
        cloudConfig.hybridMachinePools,
        state,
        health.state,
        virtual.lifecycleStatus,
        repave.state,
      ];
      return [JSON.stringify(kind), cluster];
    }),
  );
  return [...byKind.values()];
}

function poolsOf({ specSummary: { cloudConfig } }: Cluster): KnownPools {
  const { cloudType, uid } = cloudConfig;
  return {
    cloud: cloudType === 'nested' ? 'virtual' : cloudType,
    configUid: uid,
    names: ['control-plane-pool', 'worker-pool'],
  };
}

/** Asks the simulator what it has, as the tenant's administrator. */
export async function exploreSimulator(
  visitor: PaletteVisitor,
  token: string,
): Promise<KnownObjects> {
  const read = async (path: string) =>
    (await visitor.call('get', path, token).expect(200)).body;

  const readManifests = async (profile: string): Promise<string[]> => {
    const { spec } = await read(
      `/v1/clusterprofiles/${profile}/packs/manifests`,
    );
    return (spec.packs ?? [])
      .flatMap((pack: typeof spec) => pack.spec.manifests ?? [])
      .map(({ uid }: { uid: string }) => uid);
  };

  const { body: all } = await visitor
    .call('post', '/v1/dashboard/spectroclusters/search?limit=0', token)
    .send({});
  const clusters = oneOfEachKind(all.items);
  const profiles = uidsOf(
    (await read('/v1/dashboard/clusterprofiles/metadata')).items,
  );
  const groups = uidsOf(
    (await read('/v1/clustergroups/hostCluster')).summaries,
  );
  const manifests = await Promise.all(profiles.map(readManifests));
  const overlords: Named[] = (await read('/v1/overlords')).items;
  const accounts = await Promise.all(
    ACCOUNT_CLOUDS.map(async cloud => [
      `cloudaccounts/${cloud}`,
      uidsOf((await read(`/v1/cloudaccounts/${cloud}`)).items),
    ]),
  );
  const { tenantUid } = await read('/v1/users/info');
  const projects = await visitor.projects(token);
  return {
    projectUid: projects.payments,
    groupUid: groups[0],
    pools: clusters.map(poolsOf),
    bySegment: {
      spectroclusters: uidsOf(clusters),
      'components/spectrocluster': uidsOf(clusters),
      components: ['spectrocluster'],
      notifications: ['spectrocluster'],
      'notifications/spectrocluster': uidsOf(clusters),
      metrics: ['spectrocluster'],
      'metrics/spectrocluster': uidsOf(clusters),
      manifests: [...new Set(manifests.flat())],
      clusterprofiles: profiles,
      clustergroups: groups,
      tenants: [tenantUid],
      users: uidsOf((await read('/v1/users?limit=0')).items),
      teams: uidsOf((await read('/v1/teams')).items),
      projects: Object.values(projects),
      'overlords/vsphere': uidsOf(
        overlords.filter(({ metadata }) => metadata.name.includes('vsphere')),
      ),
      ...Object.fromEntries(accounts),
    },
  };
}
