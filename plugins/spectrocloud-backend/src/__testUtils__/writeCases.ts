import type { JsonObject } from '@backstage/types';
import type { ActionCase } from './actionCases';
import { newCluster } from './routeCases';

const CLUSTER = { uid: 'cluster-1', projectUid: 'project-1' };

/** A change with its dry run, and everything that a test needs to invoke them. */
export interface WriteCase {
  operation: string;
  check: string;
  change: string;
  input: JsonObject;
  /** Something else, of the same kind. */
  other: JsonObject;
  /** The same with something wrong. */
  bad: JsonObject;
  /** The Palette endpoint without which there is no dry run. */
  endpoint: string;
  answersRefusals?: boolean;
  permission: string;
  destructive: boolean;
  plan: object;
  /** The call that changes something. */
  call: string;
  body?: object;
  eventId: string;
}

export const writeCases: WriteCase[] = [
  {
    operation: 'create-cluster',
    check: 'check-palette-cluster-creation',
    change: 'create-palette-cluster',
    input: { projectUid: 'project-1', cluster: newCluster },
    other: { projectUid: 'project-2', cluster: newCluster },
    bad: { projectUid: 'a/b', cluster: newCluster },
    endpoint: 'POST /v1/spectroclusters/eks/validate',
    answersRefusals: true,
    permission: 'spectrocloud.cluster.create',
    destructive: false,
    plan: { name: 'new-cluster', cloudType: 'eks', projectUid: 'project-1' },
    call: 'POST /v1/spectroclusters/eks',
    body: { metadata: newCluster.metadata, spec: newCluster.spec },
    eventId: 'cluster-create',
  },
  {
    operation: 'approve-repave',
    check: 'check-palette-repave',
    change: 'approve-palette-repave',
    input: { ...CLUSTER, reason: 'Agreed with the team' },
    other: { ...CLUSTER, uid: 'cluster-2' },
    bad: { ...CLUSTER, uid: '../x' },
    endpoint: 'GET /v1/dashboard/spectroclusters/*',
    permission: 'spectrocloud.cluster.approve-repave',
    destructive: true,
    plan: {
      name: 'prod',
      state: 'Pending',
      reasons: [
        {
          code: 'PackVersionChanged',
          pack: 'kubernetes-eks',
          from: '1.30.2',
          to: '1.31.0',
        },
      ],
    },
    call: 'PATCH /v1/spectroclusters/cluster-1/repave/approve',
    eventId: 'cluster-approve-repave',
  },
  {
    operation: 'apply-update',
    check: 'check-palette-profile-update',
    change: 'apply-palette-profile-update',
    input: {
      ...CLUSTER,
      profiles: [{ uid: 'profile-2', replaces: 'profile-1' }],
    },
    other: { ...CLUSTER, profiles: [{ uid: 'profile-3' }] },
    bad: { ...CLUSTER, profiles: [] },
    endpoint: 'GET /v1/dashboard/spectroclusters/*',
    permission: 'spectrocloud.cluster.update-profiles',
    destructive: true,
    plan: { name: 'prod', nodesReplaced: true, reasons: [{ to: '1.31.0' }] },
    call: 'PATCH /v1/spectroclusters/cluster-1/profiles',
    body: {
      profiles: [{ uid: 'profile-2', replaceWithProfile: 'profile-1' }],
    },
    eventId: 'cluster-change-profiles',
  },
];

/** The dry runs, as actions that read. */
export const dryRunCases: ActionCase[] = writeCases.map(
  ({ check, plan, ...one }) => ({
    ...one,
    name: check,
    output: { accepted: true, findings: [], ...plan },
  }),
);
