import { type RoleName, roleUid } from './roles';
import type { Project, User } from './types';
import { uidOf } from './uid';

/** The password of every demo user at `POST /v1/auth/authenticate`. */
export const DEMO_PASSWORD = 'palette-demo';

/** First and last name. */
export function fullNameOf(user: User): string {
  return `${user.firstName} ${user.lastName}`;
}

interface Person {
  email: string;
  firstName: string;
  lastName: string;
  listed?: boolean;
  apiKey?: string;
  tenantRoles?: RoleName[];
  /** By project name; `*` for every project. */
  projectRoles?: Record<string, RoleName>;
}

const PEOPLE: Person[] = [
  {
    email: 'ada.admin@spectro.example',
    firstName: 'Ada',
    lastName: 'Admin',
    listed: true,
    apiKey: 'ada-demo-api-key',
    tenantRoles: ['Tenant Admin'],
    projectRoles: { '*': 'Project Admin' },
  },
  {
    email: 'dev.dana@acme.example',
    firstName: 'Dana',
    lastName: 'Developer',
    listed: true,
    apiKey: 'dana-demo-api-key',
    projectRoles: {
      payments: 'Project Editor',
      'retail-web': 'Project Viewer',
    },
  },
  {
    email: 'olga.outsider@acme.example',
    firstName: 'Olga',
    lastName: 'Outsider',
    listed: true,
    projectRoles: { research: 'Project Viewer' },
  },
  {
    email: 'svc.backstage@spectro.example',
    firstName: 'Backstage',
    lastName: 'Service',
    apiKey: 'backstage-demo-api-key',
    tenantRoles: ['Tenant Viewer'],
    projectRoles: { '*': 'Project Viewer' },
  },
  {
    // Sees every project but not the tenant: lists cost her a call for each.
    email: 'pat.portfolio@acme.example',
    firstName: 'Pat',
    lastName: 'Portfolio',
    projectRoles: { '*': 'Project Viewer' },
  },
  {
    email: 'mia.ops@spectro.example',
    firstName: 'Mia',
    lastName: 'Ops',
    projectRoles: { platform: 'Project Admin', Default: 'Project Admin' },
  },
  {
    email: 'noor.data@spectro.example',
    firstName: 'Noor',
    lastName: 'Data',
    projectRoles: {
      'data-analytics': 'Project Editor',
      'machine-learning': 'Project Editor',
    },
  },
  {
    email: 'stefan.stores@acme.example',
    firstName: 'Stefan',
    lastName: 'Stores',
    projectRoles: { 'edge-stores': 'Project Admin' },
  },
  {
    // Works for somebody else: the demo keeps him out of its catalog.
    email: 'gus.guest@spectro.example',
    firstName: 'Gus',
    lastName: 'Guest',
    listed: true,
    projectRoles: { research: 'Project Viewer' },
  },
];

function projectRolesOf(person: Person, projects: Project[]) {
  const roles: Record<string, string[]> = {};
  for (const project of projects) {
    const role =
      person.projectRoles?.[project.name] ?? person.projectRoles?.['*'];
    if (role) {
      roles[project.uid] = [roleUid(role)];
    }
  }
  return roles;
}

/** Somebody who only makes an organisation big; each has two projects. */
function createFiller(index: number, projects: Project[]): Person {
  const own = [0, 1].map(i => projects[(index + i) % projects.length].name);
  const number = String(index + 1).padStart(3, '0');
  return {
    email: `user-${number}@acme.example`,
    firstName: 'User',
    lastName: number,
    projectRoles: Object.fromEntries(own.map(name => [name, 'Project Viewer'])),
  };
}

/** The named people and `extra` numbered ones, `user-001@acme.example` and on. */
export function createUsers(
  tenant: string,
  projects: Project[],
  extra: number,
): User[] {
  const fillers = Array.from({ length: extra }, (_, index) =>
    createFiller(index, projects),
  );
  return [...PEOPLE, ...fillers].map(person => ({
    uid: uidOf('user', tenant, person.email),
    email: person.email,
    firstName: person.firstName,
    lastName: person.lastName,
    listed: person.listed ?? false,
    password: DEMO_PASSWORD,
    apiKey: person.apiKey && keyFor(tenant, person.apiKey),
    tenantRoles: (person.tenantRoles ?? []).map(roleUid),
    projectRoles: projectRolesOf(person, projects),
    createdAt: '2024-03-04T08:15:00.000Z',
  }));
}

/** A key belongs to one tenant, so the other tenants' have the tenant's name in front. */
function keyFor(tenant: string, key: string): string {
  return tenant === 'demo' ? key : `${tenant}-${key}`;
}
