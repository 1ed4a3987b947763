import { parse } from 'yaml';
import type { Profile } from '../../seed/types';
import type { Scope } from '../Scope';
import { profilesIn } from '../visible';
import type {
  ClusterEntity,
  MachinePoolEntity,
  ProfileEntity,
} from './ClusterEntity';
import type { ClusterRules } from './clusterRules';

interface Finding {
  name: string;
  displayName: string;
  errors: { code: string; message: string }[];
}

/** `v1SpectroClusterValidatorResponse`; entries without errors are listed too. */
export interface ValidatorResponse {
  machinePools: { results: Finding[] };
  profiles: { uid: string; packs: { results: Finding[] } }[];
}

const finding = (
  name: string,
  errors: [code: string, message: string][],
): Finding => ({
  name,
  displayName: name,
  errors: errors.map(([code, message]) => ({ code, message })),
});

const isControlPlane = ({ poolConfig }: MachinePoolEntity) =>
  poolConfig?.isControlPlane === true;

/** Palette's findings on a body that is well formed. */
export function validateCluster(
  scope: Scope,
  rules: ClusterRules,
  { spec }: ClusterEntity,
): ValidatorResponse {
  const pools = spec?.machinepoolconfig ?? [];
  const results = pools.map((pool, index) => checkPool(rules, pool, index));
  if (!rules.managedControlPlane && !pools.some(isControlPlane)) {
    results.push(
      finding('control-plane', [
        ['MissingControlPlane', 'A control plane pool is required'],
      ]),
    );
  }
  return {
    machinePools: { results },
    profiles: (spec?.profiles ?? []).map(profile =>
      checkProfile(profilesIn(scope), profile),
    ),
  };
}

/** Whether anything is wrong; the validator answers 200 either way. */
export function hasFindings({ machinePools, profiles }: ValidatorResponse) {
  const results = [
    ...machinePools.results,
    ...profiles.flatMap(({ packs }) => packs.results),
  ];
  return results.some(({ errors }) => errors.length > 0);
}

function checkPool(
  rules: ClusterRules,
  pool: MachinePoolEntity,
  index: number,
): Finding {
  const {
    name,
    size = 0,
    minSize,
    maxSize,
    updateStrategy,
  } = pool.poolConfig ?? {};
  const errors: [string, string][] = [];
  if (isControlPlane(pool) && size % 2 === 0) {
    errors.push([
      'InvalidControlPlaneSize',
      'The control plane pool size must be an odd number',
    ]);
  }
  if (minSize !== undefined && maxSize !== undefined && minSize > maxSize) {
    errors.push(['InvalidPoolSize', 'minSize must not exceed maxSize']);
  }
  if (
    rules.refusesSurge &&
    (updateStrategy?.maxSurge || updateStrategy?.maxUnavailable)
  ) {
    errors.push([
      'UpdateStrategyNotSupported',
      'maxSurge and maxUnavailable are not supported for this cloud type',
    ]);
  }
  return finding(name ?? `pool-${index}`, errors);
}

function checkProfile(
  known: Profile[],
  { uid = '', packValues = [], variables = [] }: ProfileEntity,
): ValidatorResponse['profiles'][number] {
  const profile = known.find(candidate => candidate.uid === uid);
  if (!profile) {
    const unknown = finding('profile', [
      ['ResourceNotFound', 'The cluster profile was not found'],
    ]);
    return { uid, packs: { results: [unknown] } };
  }
  const results = profile.packs.map(({ name }) =>
    finding(name, checkValues(packValues.find(p => p.name === name)?.values)),
  );
  const missing = profile.variables.filter(
    ({ name, required, defaultValue }) =>
      required && !defaultValue && !variables.some(v => v.name === name),
  );
  results.push(
    ...missing.map(({ name }) =>
      finding(name, [['VariableRequired', `Variable ${name} has no value`]]),
    ),
  );
  return { uid, packs: { results } };
}

function checkValues(values: string | undefined): [string, string][] {
  try {
    parse(values ?? '');
    return [];
  } catch {
    return [['InvalidValues', 'The pack values are not valid YAML']];
  }
}
