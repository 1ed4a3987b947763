import type { ClusterRoleBinding } from '@terasky/backstage-plugin-spectrocloud-common';

/** Somebody, and one role that they have. */
export interface RoleRow {
  key: string;
  kind: string;
  /** None of somebody whom the user may not see. */
  name?: string;
  role: string;
  /** None: in all namespaces. */
  namespace?: string;
  problems: string[];
}

/** Who may do what where: a row for each subject of each binding, by who it is. */
export function roleRows(bindings: ClusterRoleBinding[]): RoleRow[] {
  return bindings
    .flatMap(({ subjects, role, roleKind, namespace, problems }, index) =>
      subjects.map((subject, place) => ({
        key: `${index}/${place}`,
        kind: subject.kind ?? '',
        name:
          subject.name &&
          [subject.namespace, subject.name].filter(Boolean).join('/'),
        role: [roleKind, role].filter(Boolean).join(' '),
        namespace,
        problems,
      })),
    )
    .sort(
      (a, b) =>
        a.kind.localeCompare(b.kind) ||
        (a.name ?? '').localeCompare(b.name ?? '') ||
        (a.namespace ?? '').localeCompare(b.namespace ?? ''),
    );
}
