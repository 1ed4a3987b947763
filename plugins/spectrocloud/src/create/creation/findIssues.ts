import type { ProfileVariable } from '@terasky/backstage-plugin-spectrocloud-common';
import {
  askedFor,
  checkVariable,
  shownValue,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { textOf } from '../fields/Field';
import { KINDS } from '../kinds';
import { basicFields } from '../kinds/basicFields';
import { POLICY_FIELDS } from '../kinds/policyFields';
import { poolFields } from '../kinds/poolFields';
import {
  type Draft,
  type DraftPool,
  type Secrets,
  stepsOf,
} from '../model/Draft';
import { checkFields } from './checkFields';
import { type Issue, target } from './Problem';

/** Kubernetes' rule for the last part of a label's key; the prefix is left to it. */
const LABEL_KEY =
  /^([a-z0-9.-]{1,253}\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?$/;

/** The variables of the profiles that were chosen, as far as they are known. */
export type VariablesByProfile = ReadonlyMap<string, ProfileVariable[]>;

function poolIssues(draft: Draft, pool: DraftPool): Issue[] {
  const { id, controlPlane, values, labels, taints } = pool;
  const step = draft.kind === 'virtual' ? 'profiles' : 'pools';
  const issues: Issue[] = checkFields(
    poolFields(KINDS[draft.kind], controlPlane),
    { ...draft.values, ...values },
  ).map(issue => ({ step, at: target.pool(id, issue.id), ...issue }));
  const add = (field: string, code: Issue['code']) =>
    issues.push({ step, at: target.pool(id, field), code });
  const name = values.poolName;
  if (
    name &&
    draft.pools.some(other => other.id !== id && other.values.poolName === name)
  ) {
    add('poolName', 'duplicate');
  }
  if (controlPlane && Number(values.size) % 2 === 0) add('size', 'odd');
  if (
    values.autoscale === true &&
    Number(values.minSize) > Number(values.maxSize)
  ) {
    add('maxSize', 'sizes');
  }
  const isWrong = ({ key, value }: { key: string; value: string }) =>
    !LABEL_KEY.test(key) || !LABEL_VALUE.test(value);
  if (labels.some(isWrong)) add('labels', 'label');
  if (taints.some(isWrong)) add('taints', 'label');
  return issues;
}

function poolsIssues(draft: Draft): Issue[] {
  const { managedControlPlane } = KINDS[draft.kind];
  const hasControlPlane = draft.pools.some(({ controlPlane }) => controlPlane);
  const isShort = managedControlPlane
    ? draft.pools.length === 0
    : !hasControlPlane;
  return [
    ...(isShort
      ? [{ step: 'pools' as const, at: target.pools, code: 'noPool' as const }]
      : []),
    ...draft.pools.flatMap(pool => poolIssues(draft, pool)),
  ];
}

function profileIssues(
  draft: Draft,
  secrets: Secrets,
  variables: VariablesByProfile,
): Issue[] {
  const step = 'profiles' as const;
  const needsInfrastructure = draft.kind !== 'virtual';
  const hasInfrastructure = draft.profiles.some(({ type }) =>
    ['cluster', 'infra'].includes(type),
  );
  const issues: Issue[] =
    needsInfrastructure && !hasInfrastructure
      ? [{ step, at: target.profiles, code: 'noInfrastructure' }]
      : [];
  for (const { uid } of draft.profiles) {
    for (const variable of askedFor(variables.get(uid) ?? [])) {
      const typed = variable.isSensitive ? secrets : draft.variables;
      const code = checkVariable(
        variable,
        shownValue(
          variable,
          Object.hasOwn(typed, uid) ? typed[uid] : undefined,
        ),
      );
      if (code) {
        issues.push({ step, at: target.variable(uid, variable.name), code });
      }
    }
  }
  return issues;
}

/** Everything that is wrong by the form's own rules, in the order of the steps. */
export function findIssues(
  draft: Draft,
  secrets: Secrets,
  variables: VariablesByProfile,
): Issue[] {
  const kind = KINDS[draft.kind];
  const ofCluster = (
    step: Issue['step'],
    fields: Parameters<typeof checkFields>[0],
  ): Issue[] =>
    checkFields(fields, draft.values).map(issue => ({
      step,
      at: target.cluster(issue.id),
      ...issue,
    }));
  const missing = (field: string): Issue[] => [
    { step: 'basics', at: target.cluster(field), code: 'required' },
  ];
  const all: Issue[] = [
    ...(textOf(draft.projectUid) === '' ? missing('project') : []),
    ...ofCluster('basics', basicFields(kind)),
    ...profileIssues(draft, secrets, variables),
    ...(kind.type === 'virtual' ? [] : ofCluster('placement', kind.placement)),
    ...poolsIssues(draft),
    ...ofCluster('policies', POLICY_FIELDS),
  ];
  const steps = stepsOf(draft.kind);
  return all.filter(({ step }) => steps.includes(step));
}
