import type { CreatableCloudType } from '@terasky/backstage-plugin-spectrocloud-common';
import { initialValues, type Values } from '../fields/Field';
import { KINDS } from '../kinds';
import { poolFields } from '../kinds/poolFields';

/** A label of the nodes of a pool. */
export interface Label {
  key: string;
  value: string;
}

/** What keeps pods off the nodes of a pool. */
export interface Taint extends Label {
  effect: TaintEffect;
}

/** Kubernetes' own words. */
export const TAINT_EFFECTS = [
  'NoSchedule',
  'PreferNoSchedule',
  'NoExecute',
] as const;

export type TaintEffect = (typeof TAINT_EFFECTS)[number];

/** A pool of nodes as it is filled in. */
export interface DraftPool {
  /** Of the form alone; a pool's name can change. */
  id: string;
  controlPlane: boolean;
  values: Values;
  labels: Label[];
  taints: Taint[];
}

/** A profile that the cluster will have. */
export interface DraftProfile {
  uid: string;
  name: string;
  version: string;
  /** `cluster`, `infra` or `add-on`. */
  type: string;
}

/** The steps of all kinds; virtual clusters have three of them. */
export const STEPS = [
  'basics',
  'profiles',
  'placement',
  'pools',
  'policies',
  'review',
] as const;

export type Step = (typeof STEPS)[number];

/** A cluster to be created, as far as it is filled in; holds no secret. */
export interface Draft {
  kind: CreatableCloudType;
  instance?: string;
  projectUid: string;
  step: Step;
  /** Of the cluster, by field: name, account, placement and policies. */
  values: Values;
  pools: DraftPool[];
  profiles: DraftProfile[];
  /** Values of variables that are no secrets, by profile and name. */
  variables: Record<string, Record<string, string>>;
}

/** Values of secret variables, by profile and name; they leave the page only in the creation itself. */
export type Secrets = Record<string, Record<string, string>>;

/** The steps of a kind. */
export function stepsOf(kind: CreatableCloudType): Step[] {
  return kind === 'virtual' ? ['basics', 'profiles', 'review'] : [...STEPS];
}

/** A pool before anybody has touched it. */
export function newPool(
  kind: CreatableCloudType,
  controlPlane: boolean,
  taken: DraftPool[],
): DraftPool {
  const names = taken.map(({ values }) => values.poolName);
  const base = controlPlane ? 'control-plane' : 'worker';
  let number = 1;
  const nameOf = () => (number === 1 ? base : `${base}-${number}`);
  while (names.includes(nameOf())) number += 1;
  const ids = taken.map(({ id }) => Number(id.slice(1)));
  return {
    id: `p${Math.max(0, ...ids) + 1}`,
    controlPlane,
    values: {
      ...initialValues(poolFields(KINDS[kind], controlPlane)),
      poolName: nameOf(),
    },
    labels: [],
    taints: [],
  };
}

function firstPools(kind: CreatableCloudType): DraftPool[] {
  if (KINDS[kind].managedControlPlane) return [newPool(kind, false, [])];
  const controlPlane = newPool(kind, true, []);
  return [controlPlane, newPool(kind, false, [controlPlane])];
}

/** A draft of a kind; what doesn't depend on the kind is kept of the one before. */
export function newDraft(
  kind: CreatableCloudType,
  before?: Pick<Draft, 'instance' | 'projectUid' | 'values'>,
): Draft {
  const { name, description, tags } = before?.values ?? {};
  return {
    kind,
    instance: before?.instance,
    projectUid: before?.projectUid ?? '',
    step: 'basics',
    values: {
      ...initialValues(KINDS[kind].placement),
      name: name ?? '',
      description: description ?? '',
      tags: tags ?? [],
    },
    pools: firstPools(kind),
    profiles: [],
    variables: {},
  };
}
