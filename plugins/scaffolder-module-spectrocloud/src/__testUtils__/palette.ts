import type {
  ClusterProfile,
  ProfileVariable,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';

const profile = (
  name: string,
  version: string,
  type: string,
  cloudType: string,
): ClusterProfile => ({
  metadata: { uid: `${name}-${version}`, name, annotations: {} },
  spec: { type, cloudType, version, versions: [], packs: [] },
  status: { isPublished: true },
});

export const VARIABLES: ProfileVariable[] = [
  { name: 'days', displayName: 'Days', format: 'number', defaultValue: '14' },
  {
    name: 'zone',
    displayName: 'Zone',
    options: [{ value: 'a' }, { value: 'b' }],
  },
  { name: 'audit', displayName: 'Audit', format: 'boolean' },
  { name: 'token', displayName: 'Token', isSensitive: true, required: true },
  { name: 'inner', hidden: true, defaultValue: 'x' },
];

/** An answer for each of two projects. */
const byProject = <T>(answers: { p1: T; p2: T }) =>
  jest.fn(
    async (...args: unknown[]): Promise<T> =>
      answers[(args.at(-1) as { projectUid: 'p1' | 'p2' }).projectUid],
  );

/** A Palette of two projects, which answers as given. */
export function fakePalette(answers: Partial<SpectroCloudApi> = {}) {
  const api = {
    listMyProjects: jest.fn(async () => [
      { uid: 'p2', name: 'retail', permissions: ['cluster.get'] },
      { uid: 'p1', name: 'payments', permissions: ['cluster.create'] },
    ]),
    listProjects: jest.fn(async () => []),
    listCloudAccounts: byProject({
      p1: [
        { metadata: { uid: 'a1', name: 'aws-payments' } },
        { metadata: { uid: 'shared', name: 'aws-shared' } },
      ],
      p2: [
        { metadata: { uid: 'a2', name: 'aws-retail' } },
        { metadata: { uid: 'shared', name: 'aws-shared' } },
      ],
    }),
    listClusterGroups: byProject({
      p1: [{ metadata: { uid: 'g1', name: 'group-payments' } }],
      p2: [],
    }),
    listPlacementOptions: jest.fn(async (account: { uid: string }) =>
      account.uid === 'a1'
        ? [{ value: 'eu-west-1', name: 'Ireland' }, { value: 'eu-north-1' }]
        : [{ value: 'us-east-1' }, { value: 'us-west-1' }],
    ),
    searchProfiles: byProject({
      p1: [
        profile('eks-base', '1.2.0', 'infra', 'eks'),
        profile('eks-base', '1.10.0', 'infra', 'eks'),
        profile('logging', '2.0.0', 'add-on', 'all'),
        profile('tracing', '1.0.0', 'add-on', 'all'),
      ],
      p2: [],
    }),
    listProfileVariables: jest.fn(async (uid: string) =>
      uid.startsWith('logging') ? VARIABLES : [],
    ),
    ...answers,
  };
  return api as typeof api & SpectroCloudApi;
}
