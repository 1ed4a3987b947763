import { CLOUDS } from './clouds';
import { CLUSTER_PLAN, type PlannedCluster } from './clusterPlan';
import { createPools } from './pools';
import { Random } from './Random';
import type {
  CloudAccount,
  CloudType,
  Cluster,
  NodePool,
  Profile,
  Project,
} from './types';
import { uidOf } from './uid';

const VERSIONS = ['1.31.9', '1.32.4', '1.32.6', '1.33.2'];
const FILLER_CLOUDS: CloudType[] = [
  'aws',
  'eks',
  'azure',
  'aks',
  'gcp',
  'vsphere',
  'maas',
  'edge-native',
];

interface Surroundings {
  tenant: string;
  projects: Project[];
  profiles: Profile[];
  accounts: CloudAccount[];
}

/** The planned clusters, then generated ones up to `count` host clusters. */
export function createClusters(around: Surroundings, count: number): Cluster[] {
  const planned = CLUSTER_PLAN.filter(({ project }) =>
    around.projects.some(({ name }) => name === project),
  ).slice(0, count);
  const fillers = Array.from(
    { length: Math.max(0, count - planned.length) },
    (_, index) => plannedFiller(around.projects, index),
  );
  return [...planned, ...fillers].map(plan => createCluster(around, plan));
}

function plannedFiller(projects: Project[], index: number): PlannedCluster {
  const project = projects[index % projects.length];
  return {
    project: project.name,
    name: `${project.name.toLowerCase()}-${String(index + 1).padStart(4, '0')}`,
    cloudType: FILLER_CLOUDS[index % FILLER_CLOUDS.length],
  };
}

function createCluster(around: Surroundings, plan: PlannedCluster): Cluster {
  const random = Random.create(`${around.tenant}/${plan.name}`);
  const project = around.projects.find(({ name }) => name === plan.project)!;
  const cloud = CLOUDS[plan.cloudType];
  const place = random.pick(cloud.regions);
  const accounts = around.accounts.filter(a => a.cloud === cloud.account);
  const state = plan.state ?? 'Running';
  return {
    uid: uidOf('cluster', around.tenant, plan.project, plan.name),
    name: plan.name,
    projectUid: project.uid,
    cloudType: plan.cloudType,
    clusterType: plan.clusterType ?? 'PureManage',
    region: place.name,
    state,
    health: plan.health ?? (state === 'Running' ? 'Healthy' : 'Unknown'),
    kubernetesVersion: random.pick(VERSIONS),
    profileUids: profilesOf(around.profiles, plan, project, random),
    cloudAccountUid: accounts.length ? random.pick(accounts).uid : undefined,
    labels: {
      env: plan.name.includes('prod') ? 'production' : 'staging',
      team: plan.project.toLowerCase(),
      managed: 'spectro__tag',
    },
    location: {
      latitude: place.latitude,
      longitude: place.longitude,
      country: place.country,
    },
    pools: poolsOf(plan, random),
    kubeconfig: plan.kubeconfig ?? 'oidc',
    upgradesPaused: plan.upgradesPaused,
    createdAt: new Date(
      Date.UTC(2025, random.int(0, 11), random.int(1, 28), random.int(0, 23)),
    ).toISOString(),
    problem: plan.problem,
  };
}

function poolsOf(plan: PlannedCluster, random: Random): NodePool[] {
  const [controlPlane, workers] = createPools(
    plan.name.includes('prod') ? 3 : 1,
    random.int(2, 9),
  );
  return [
    controlPlane,
    { ...workers, inMaintenance: plan.inMaintenance },
    ...(plan.hybridPools ?? []),
  ];
}

function profilesOf(
  profiles: Profile[],
  plan: PlannedCluster,
  project: Project,
  random: Random,
): string[] {
  const infra = profiles.filter(
    ({ name }) => name === CLOUDS[plan.cloudType].profile,
  );
  const observability = profiles.filter(({ name }) => name === 'observability');
  const own = profiles.filter(({ projectUid }) => projectUid === project.uid);
  return [infra, observability, own].flatMap(versions =>
    versions.length ? [random.pick(versions).uid] : [],
  );
}
