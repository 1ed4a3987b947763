import type {
  KubernetesAccess,
  KubernetesAccessGap,
  KubernetesCluster,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { ClusterProviderConfig } from '../config/ClusterProviderConfig';

/** Why a user can't sign in to a cluster. */
export type Gap = KubernetesAccessGap | 'other-client';

/** A cluster that is shown. */
export interface ChosenCluster {
  cluster: KubernetesCluster;
  access: KubernetesAccess;
  /** None where users can sign in. */
  gap?: Gap;
}

/** What Palette writes as the value of a bare tag. */
const BARE = 'spectro__tag';

/** The clusters that the configuration asks for, and how many others there are for which reason. */
export function chooseClusters(
  clusters: KubernetesCluster[],
  config: ClusterProviderConfig,
): { chosen: ChosenCluster[]; leftOut: Map<Gap, number> } {
  const chosen: ChosenCluster[] = [];
  const leftOut = new Map<Gap, number>();
  for (const cluster of clusters.filter(each => isWanted(each, config))) {
    const { access } = cluster;
    const gap = gapOf(cluster, config);
    if (access && (!gap || config.unusableClusters === 'show')) {
      chosen.push({ cluster, access, gap });
    } else {
      const reason = gap ?? 'not-read-yet';
      leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
    }
  }
  return { chosen, leftOut };
}

function gapOf(
  { access, gap }: KubernetesCluster,
  { clientId }: ClusterProviderConfig,
): Gap | undefined {
  const expected = access?.oidc?.clientId;
  return !gap && clientId && expected && clientId !== expected
    ? 'other-client'
    : gap;
}

function isWanted(
  { projectUid, projectName, state, labels = {} }: KubernetesCluster,
  config: ClusterProviderConfig,
): boolean {
  const { includeProjects, includeTags, includeStates } = config;
  const project = [projectUid, projectName].filter(name => name !== undefined);
  const isOf = (names: ReadonlySet<string>) =>
    project.some(name => names.has(name));
  if (project.length === 0) {
    if (config.excludeTenantScopedClusters) return false;
  } else if (
    (includeProjects && !isOf(includeProjects)) ||
    isOf(config.excludeProjects)
  ) {
    return false;
  }
  const tags = Object.entries(labels).map(([key, value]) =>
    value === BARE || value === '' ? key : `${key}:${value}`,
  );
  if (includeTags && !tags.some(tag => includeTags.has(tag))) return false;
  if (tags.some(tag => config.excludeTags.has(tag))) return false;
  return !includeStates || (state !== undefined && includeStates.has(state));
}
