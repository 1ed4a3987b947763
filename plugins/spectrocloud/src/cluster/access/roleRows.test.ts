import { roleRows } from './roleRows';

describe('roleRows', () => {
  it('has a row for each subject, by who it is', () => {
    expect(
      roleRows([
        {
          namespace: 'apps',
          roleKind: 'Role',
          role: 'edit',
          subjects: [
            { kind: 'User', name: 'olga@acme.example' },
            { kind: 'ServiceAccount', name: 'ci', namespace: 'build' },
            { kind: 'User', name: 'dana@acme.example' },
          ],
          problems: ['no'],
        },
        {
          roleKind: 'ClusterRole',
          role: 'view',
          subjects: [{ kind: 'User' }],
          problems: [],
        },
      ]).map(({ kind, name, role, namespace }) => [
        kind,
        name,
        role,
        namespace,
      ]),
    ).toEqual([
      ['ServiceAccount', 'build/ci', 'Role edit', 'apps'],
      ['User', undefined, 'ClusterRole view', undefined],
      ['User', 'dana@acme.example', 'Role edit', 'apps'],
      ['User', 'olga@acme.example', 'Role edit', 'apps'],
    ]);
  });
});
