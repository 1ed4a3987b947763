import type {
  ClusterCreation,
  ProfileVariable,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  askedFor,
  shownValue,
} from '@terasky/backstage-plugin-spectrocloud-react';
import {
  type Field,
  listOf,
  shownFields,
  textOf,
  type Values,
} from '../fields/Field';
import { KINDS } from '../kinds';
import type { Body, Kind } from '../kinds/Kind';
import { poolFields } from '../kinds/poolFields';
import { hostOf } from '../kinds/virtual';
import type { Draft, DraftPool, DraftProfile } from '../model/Draft';
import type { VariablesByProfile } from './findIssues';
import { withPath } from './paths';
import { toPolicies } from './toPolicies';

/** Palette's value of a tag that is no more than a word. */
const BARE_TAG = 'spectro__tag';

/** The value of a secret variable as an output has it: itself, or what stands for it. */
export type SecretOf = (profileUid: string, name: string) => string | undefined;

/** Tags as Palette's labels: `team:payments` has a value, `critical` is a word. */
export function toLabels(tags: string[]): Record<string, string> {
  return Object.fromEntries(
    tags
      .map(tag => tag.trim())
      .filter(Boolean)
      .map(tag => {
        const colon = tag.indexOf(':');
        return colon > 0
          ? [tag.slice(0, colon).trim(), tag.slice(colon + 1).trim()]
          : [tag, BARE_TAG];
      }),
  );
}

/** The fields' values at their paths; what is empty is left to Palette. */
function toBody(fields: Field[], values: Values): Body {
  return shownFields(fields, values).reduce<Body>(
    (body, { id, input, path }) => {
      const value = values[id];
      const isEmpty =
        value === undefined ||
        value === '' ||
        (Array.isArray(value) && value.length === 0);
      if (!path || isEmpty) return body;
      return withPath(body, path, input === 'number' ? Number(value) : value);
    },
    {},
  );
}

function toPoolConfig({ controlPlane, values, labels, taints }: DraftPool) {
  const scales = values.autoscale === true;
  return {
    name: textOf(values.poolName),
    size: Number(values.size),
    ...(scales && {
      minSize: Number(values.minSize),
      maxSize: Number(values.maxSize),
    }),
    isControlPlane: controlPlane,
    labels: [controlPlane ? 'control-plane' : 'worker'],
    ...(controlPlane && {
      useControlPlaneAsWorker: values.asWorker === true,
    }),
    ...(labels.length > 0 && {
      additionalLabels: Object.fromEntries(
        labels.map(({ key, value }) => [key, value]),
      ),
    }),
    ...(taints.length > 0 && { taints }),
    updateStrategy: { type: textOf(values.updateStrategy) },
  };
}

function toPool(kind: Kind, pool: DraftPool, draft: Draft) {
  const fields = poolFields(kind, pool.controlPlane);
  const body = toBody(fields, { ...draft.values, ...pool.values });
  const cloudConfig = kind.shapePool?.(body, pool.values, draft.values) ?? body;
  return kind.type === 'virtual'
    ? { cloudConfig }
    : { cloudConfig, poolConfig: toPoolConfig(pool) };
}

function toProfile(
  draft: Draft,
  { uid }: DraftProfile,
  variables: ProfileVariable[],
  secretOf: SecretOf,
) {
  const typed = Object.hasOwn(draft.variables, uid)
    ? draft.variables[uid]
    : undefined;
  const given = askedFor(variables).flatMap(variable => {
    const { name, isSensitive, defaultValue } = variable;
    const value = isSensitive
      ? secretOf(uid, name)
      : shownValue(variable, typed);
    // What Palette fills in by itself is left to it.
    return value && value !== defaultValue ? [{ name, value }] : [];
  });
  return { uid, ...(given.length > 0 && { variables: given }) };
}

/**
 * The cluster that a draft asks for, as `POST /clusters` takes it.
 *
 * The draft should have no issues: what is missing is missing here, too.
 */
export function toCreation(
  draft: Draft,
  variables: VariablesByProfile,
  secretOf: SecretOf,
): ClusterCreation {
  const kind = KINDS[draft.kind];
  const { name, description, tags, account, clusterGroup } = draft.values;
  const body = toBody(kind.placement, draft.values);
  const cloudConfig = kind.shapeCluster?.(body, draft.values) ?? body;
  const { policies, clusterConfig } = toPolicies(draft.values);
  const ofCluster = {
    ...clusterConfig,
    ...(kind.type === 'virtual' && hostOf(clusterGroup)),
  };
  const text = textOf(description);
  const creation = {
    cloudType: kind.type,
    metadata: {
      name: textOf(name),
      labels: toLabels(listOf(tags)),
      ...(text && { annotations: { description: text } }),
    },
    spec: {
      ...(kind.hasAccount && { cloudAccountUid: textOf(account) }),
      cloudConfig,
      machinepoolconfig: draft.pools.map(pool => toPool(kind, pool, draft)),
      profiles: draft.profiles.map(profile =>
        toProfile(draft, profile, variables.get(profile.uid) ?? [], secretOf),
      ),
      ...(Object.keys(policies).length > 0 && { policies }),
      ...(Object.keys(ofCluster).length > 0 && { clusterConfig: ofCluster }),
    },
  };
  // Which members `spec` has is a matter of the kind's data; the back end checks them.
  return creation as ClusterCreation;
}
