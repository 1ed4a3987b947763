import { isUnhealthy } from '../../seed/health';
import type { Project } from '../../seed/types';
import { fullNameOf } from '../../seed/users';
import type { Scope } from '../Scope';
import { objectMeta } from './metadata';

function statusOf({ caller }: Scope, project: Project) {
  const clusters = caller.organisation.clusters.filter(
    ({ projectUid, state }) =>
      projectUid === project.uid && state !== 'Deleted',
  );
  const count = (test: (c: (typeof clusters)[number]) => boolean) =>
    clusters.filter(test).length;
  return {
    clustersHealth: {
      errored: count(({ state }) => state === 'Error'),
      healthy: count(({ health }) => health === 'Healthy'),
      running: count(({ state }) => state === 'Running'),
      unhealthy: count(isUnhealthy),
    },
    status: { isDisabled: false },
    usage: {
      alloyCpuCores: 0,
      pureCpuCores: clusters.length * 16,
      clusters: clusters.map(({ uid, name }) => ({ uid, name })),
    },
  };
}

function membersOf({ caller }: Scope, project: Project) {
  return caller.organisation.users.filter(
    user => user.projectRoles[project.uid],
  );
}

function teamsOf({ caller }: Scope, project: Project) {
  return caller.organisation.teams.filter(({ projectUids }) =>
    projectUids.includes(project.uid),
  );
}

const describe = (project: Project) => ({ description: project.description });

/** `v1ProjectSummary`. */
export function projectSummaryView(scope: Scope, project: Project) {
  return {
    metadata: objectMeta(scope, project, describe(project)),
    specSummary: {
      logoUrl: '',
      teams: teamsOf(scope, project).map(({ uid, name }) => ({ uid, name })),
      users: membersOf(scope, project).map(user => ({
        uid: user.uid,
        name: fullNameOf(user),
      })),
    },
    status: statusOf(scope, project),
  };
}

/** `v1Project`. */
export function projectView(scope: Scope, project: Project) {
  return {
    metadata: objectMeta(scope, project, describe(project)),
    spec: {
      alerts: [],
      logoUrl: '',
      teams: teamsOf(scope, project).map(({ uid }) => ({
        teamId: uid,
        roles: [],
      })),
      users: membersOf(scope, project).map(user => ({
        userId: user.uid,
        roles: user.projectRoles[project.uid],
      })),
    },
    status: { isDisabled: false },
  };
}
