import type { Project, Team, User } from './types';
import { uidOf } from './uid';

const TEAMS: Record<string, { members: string[]; projects: string[] }> = {
  'palette-admins': { members: ['ada.admin', 'mia.ops'], projects: [] },
  'payments-developers': { members: ['dev.dana'], projects: ['payments'] },
  'shop-readers': { members: ['dev.dana'], projects: ['retail-web'] },
  'data-engineers': {
    members: ['noor.data'],
    projects: ['data-analytics', 'machine-learning'],
  },
  'store-operators': { members: ['stefan.stores'], projects: ['edge-stores'] },
};

/** Teams; their names are the `groups` of an ID token. */
export function createTeams(
  tenant: string,
  {
    users,
    projects,
    extra = 0,
  }: { users: User[]; projects: Project[]; extra?: number },
): Team[] {
  const fillers = Array.from({ length: extra }, (_, index) => [
    `team-${String(index + 1).padStart(3, '0')}`,
    {
      members: users
        .filter((__, user) => user % extra === index)
        .map(({ email }) => email.split('@')[0]),
      projects: [],
    },
  ]);
  return Object.entries({
    ...TEAMS,
    ...(Object.fromEntries(fillers) as typeof TEAMS),
  }).map(([name, team]) => ({
    uid: uidOf('team', tenant, name),
    name,
    projectUids: projects
      .filter(project => team.projects.includes(project.name))
      .map(({ uid }) => uid),
    userUids: users
      .filter(({ email }) => team.members.includes(email.split('@')[0]))
      .map(({ uid }) => uid),
    createdAt: '2024-03-05T08:00:00.000Z',
  }));
}
