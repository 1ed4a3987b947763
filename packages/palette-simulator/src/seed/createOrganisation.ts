import { createCloudAccounts, createOverlords } from './cloudAccounts';
import { createClusterGroups } from './clusterGroups';
import { createClusters } from './clusters';
import { createProfiles } from './profiles';
import { createProjects } from './projects';
import { createRoles } from './roles';
import { createSshKeys } from './sshKeys';
import { createTeams } from './teams';
import type { Organisation } from './types';
import { uidOf } from './uid';
import { createUsers } from './users';
import { createVirtualClusters } from './virtualClusters';

/** How big a tenant is; virtual clusters come on top of `clusters`. */
export interface OrganisationSize {
  projects: number;
  clusters: number;
  /** Users `user-001@acme.example` and on, besides the named ones. */
  extraUsers: number;
  /** Profiles `profile-001` and on, and teams `team-001` and on; none by default. */
  extraProfiles?: number;
  extraTeams?: number;
}

/** The size that the demo has. */
export const DEMO_SIZE: OrganisationSize = {
  projects: 8,
  clusters: 45,
  extraUsers: 0,
};

/** A tenant with everything in it; the same name and size always give the same. */
export function createOrganisation(
  name: string,
  size: OrganisationSize = DEMO_SIZE,
): Organisation {
  const projects = createProjects(name, size.projects);
  const users = createUsers(name, projects, size.extraUsers);
  const profiles = createProfiles(name, projects, size.extraProfiles);
  const cloudAccounts = createCloudAccounts(name);
  const hosts = createClusters(
    { tenant: name, projects, profiles, accounts: cloudAccounts },
    size.clusters,
  );
  const clusterGroups = createClusterGroups(name, projects, hosts);
  const virtual = createVirtualClusters(
    name,
    projects,
    clusterGroups,
    hosts,
    profiles,
  );
  return {
    uid: uidOf('tenant', name),
    name,
    roles: createRoles(),
    users,
    teams: createTeams(name, { users, projects, extra: size.extraTeams }),
    projects,
    profiles,
    clusters: [...hosts, ...virtual],
    clusterGroups,
    cloudAccounts,
    overlords: createOverlords(name, cloudAccounts),
    sshKeys: createSshKeys(name),
  };
}
