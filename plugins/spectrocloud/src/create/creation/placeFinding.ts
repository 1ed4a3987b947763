import type { ClusterFinding } from '@terasky/backstage-plugin-spectrocloud-common';
import { KINDS } from '../kinds';
import { poolFields } from '../kinds/poolFields';
import { type Draft, type Step, stepsOf } from '../model/Draft';
import type { VariablesByProfile } from './findIssues';
import { type Target, target } from './Problem';

/** Where a finding belongs; nowhere in particular where its field is none of the form's. */
export interface Place {
  step?: Step;
  at?: Target;
}

const POOLS = 'machinePools.';
const PROFILES = 'profiles.';
const ENTRY = /machinepoolconfig[.[](\d{1,4})\]?\.?(.*)$/i;

function placeInPool(draft: Draft, index: number, rest: string): Place {
  const pool = draft.pools[index];
  if (!pool) return { step: 'pools', at: target.pools };
  const tail = rest.replace(/^(cloudConfig|poolConfig)\./, '');
  const byPath = poolFields(KINDS[draft.kind], pool.controlPlane).find(
    ({ id, path }) => path === tail || id === tail,
  );
  const known = { name: 'poolName', size: 'size', taints: 'taints' }[tail];
  return {
    step: draft.kind === 'virtual' ? 'profiles' : 'pools',
    at: target.pool(pool.id, byPath?.id ?? known ?? ''),
  };
}

function placeInProfile(
  draft: Draft,
  rest: string,
  variables: VariablesByProfile,
): Place {
  const profile = draft.profiles.find(
    ({ uid }) => rest === uid || rest.startsWith(`${uid}.`),
  );
  if (!profile) return { step: 'profiles', at: target.profiles };
  const name = rest.slice(profile.uid.length + 1);
  const isVariable = (variables.get(profile.uid) ?? []).some(
    variable => variable.name === name,
  );
  return {
    step: 'profiles',
    at: isVariable
      ? target.variable(profile.uid, name)
      : target.profile(profile.uid),
  };
}

function placeInCluster(draft: Draft, field: string): Place {
  const tail = field.replace(/^(body\.)?/, '');
  if (tail === 'metadata.name') {
    return { step: 'basics', at: target.cluster('name') };
  }
  if (tail.endsWith('cloudAccountUid')) {
    return { step: 'basics', at: target.cluster('account') };
  }
  const path = tail.replace(/^spec\.cloudConfig\./, '');
  const found = KINDS[draft.kind].placement.find(
    candidate => candidate.path === path,
  );
  if (!found) return {};
  return {
    step: draft.kind === 'virtual' ? 'basics' : 'placement',
    at: target.cluster(found.id),
  };
}

/** The field of the form that one of Palette's findings is about. */
export function placeFinding(
  { field }: ClusterFinding,
  draft: Draft,
  variables: VariablesByProfile,
): Place {
  const place = placeAnywhere(field, draft, variables);
  return place.step && !stepsOf(draft.kind).includes(place.step) ? {} : place;
}

function placeAnywhere(
  field: string,
  draft: Draft,
  variables: VariablesByProfile,
): Place {
  const [, index, rest] = ENTRY.exec(field) ?? [];
  if (index !== undefined) return placeInPool(draft, Number(index), rest);
  if (field.startsWith(POOLS)) {
    const name = field.slice(POOLS.length);
    const found = draft.pools.findIndex(
      ({ values }) => values.poolName === name,
    );
    return placeInPool(draft, found, '');
  }
  if (field.startsWith(PROFILES)) {
    return placeInProfile(draft, field.slice(PROFILES.length), variables);
  }
  return placeInCluster(draft, field);
}
