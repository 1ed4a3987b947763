import type { KubernetesUser } from './authenticate';
import { KubernetesStatus } from './Status';

/** What the roles of a cluster let somebody do. */
export interface Rights {
  /** Where they may read; `*` is everywhere. */
  namespaces: string[];
  verbs: string[];
}

interface Binding extends Rights {
  /** Of `User` or `Group`. */
  subject: string;
}

const READ = ['get', 'list', 'watch'];

/** In every cluster: one user and one team see all of it, another team its own namespace. */
const BINDINGS: Binding[] = [
  { subject: 'ada.admin@spectro.example', namespaces: ['*'], verbs: ['*'] },
  { subject: 'palette-admins', namespaces: ['*'], verbs: ['*'] },
  { subject: 'payments-developers', namespaces: ['payments'], verbs: READ },
];

/** Everything that a user's bindings and those of their groups grant. */
export function rightsOf({ name, groups }: KubernetesUser): Rights[] {
  return BINDINGS.filter(
    ({ subject }) => subject === name || groups.includes(subject),
  );
}

/** @throws `KubernetesStatus` 403 in the API server's words */
export function requireRight(
  user: KubernetesUser,
  asked: { verb: string; resource: string; namespace?: string },
): void {
  const { verb, resource, namespace } = asked;
  const isAllowed = rightsOf(user).some(
    ({ namespaces, verbs }) =>
      (namespaces.includes('*') ||
        (namespace !== undefined && namespaces.includes(namespace))) &&
      (verbs.includes('*') || verbs.includes(verb)),
  );
  if (isAllowed) return;
  const where = namespace
    ? `in the namespace "${namespace}"`
    : 'at the cluster scope';
  throw new KubernetesStatus(
    403,
    `${resource} is forbidden: User "${user.name}" cannot ${verb} resource "${resource}" ${where}`,
  );
}
