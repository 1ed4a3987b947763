import type { Team, User } from './types';
import { uidOf } from './uid';

const TEAMS: Record<string, string[]> = {
  'palette-admins': ['ada.admin', 'mia.ops'],
  'payments-developers': ['dev.dana'],
  'shop-readers': ['dev.dana'],
  'data-engineers': ['noor.data'],
  'store-operators': ['stefan.stores'],
};

/** Teams; their names are the `groups` of an ID token. */
export function createTeams(tenant: string, users: User[]): Team[] {
  return Object.entries(TEAMS).map(([name, members]) => ({
    uid: uidOf('team', tenant, name),
    name,
    userUids: users
      .filter(({ email }) => members.includes(email.split('@')[0]))
      .map(({ uid }) => uid),
    createdAt: '2024-03-05T08:00:00.000Z',
  }));
}
