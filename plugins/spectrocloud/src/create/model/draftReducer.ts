import type { CreatableCloudType } from '@terasky/backstage-plugin-spectrocloud-common';
import type { Field, FieldValue, Values } from '../fields/Field';
import { OFFER_NEEDS } from '../fields/offerNeeds';
import { KINDS } from '../kinds';
import { poolFields } from '../kinds/poolFields';
import {
  type Draft,
  type DraftPool,
  type DraftProfile,
  newDraft,
  newPool,
  type Secrets,
  type Step,
} from './Draft';

/** What the wizard holds: the draft, which is kept over a reload, and secrets, which aren't. */
export interface WizardState {
  draft: Draft;
  secrets: Secrets;
}

/** What the user does. */
export type WizardAction =
  | { do: 'kind'; kind: CreatableCloudType }
  | { do: 'instance'; instance?: string }
  | { do: 'project'; projectUid: string }
  | { do: 'goTo'; step: Step }
  | { do: 'set'; id: string; value: FieldValue }
  | { do: 'addPool'; controlPlane: boolean }
  | { do: 'removePool'; pool: string }
  | { do: 'setPool'; pool: string; id: string; value: FieldValue }
  | {
      do: 'markPool';
      pool: string;
      marks: Partial<Pick<DraftPool, 'labels' | 'taints'>>;
    }
  | { do: 'profiles'; profiles: DraftProfile[] }
  | { do: 'version'; from: string; profiles: DraftProfile[]; to: string }
  | { do: 'variable'; profile: string; name: string; value: string }
  | { do: 'secret'; profile: string; name: string; value: string };

/** What was chosen from an offer no longer stands once that which it was offered for is another. */
function withoutStale(
  values: Values,
  fields: Field[],
  changed: string,
): Values {
  const next = { ...values };
  const pending = [changed];
  for (let cause = pending.pop(); cause !== undefined; cause = pending.pop()) {
    for (const { id, offer, initial } of fields) {
      const needs: readonly string[] = offer ? OFFER_NEEDS[offer] : [];
      if (needs.includes(cause) && next[id] !== undefined && id !== changed) {
        next[id] = initial;
        pending.push(id);
      }
    }
  }
  return next;
}

function setCluster(draft: Draft, id: string, value: FieldValue): Draft {
  const { placement } = KINDS[draft.kind];
  const values = withoutStale({ ...draft.values, [id]: value }, placement, id);
  const gone = Object.keys(values).filter(
    key => key === id || values[key] !== draft.values[key],
  );
  return {
    ...draft,
    values,
    pools: draft.pools.map(pool => ({
      ...pool,
      values: gone.reduce(
        (kept, key) =>
          withoutStale(
            kept,
            poolFields(KINDS[draft.kind], pool.controlPlane),
            key,
          ),
        pool.values,
      ),
    })),
  };
}

function setPool(
  draft: Draft,
  uid: string,
  change: (pool: DraftPool) => DraftPool,
): Draft {
  return {
    ...draft,
    pools: draft.pools.map(pool => (pool.id === uid ? change(pool) : pool)),
  };
}

function reduceDraft(draft: Draft, action: WizardAction): Draft {
  switch (action.do) {
    case 'kind':
      return newDraft(action.kind, draft);
    case 'instance':
      return newDraft(draft.kind, {
        ...draft,
        instance: action.instance,
        projectUid: '',
      });
    case 'project':
      // Accounts and profiles are a project's own.
      return newDraft(draft.kind, { ...draft, projectUid: action.projectUid });
    case 'goTo':
      return { ...draft, step: action.step };
    case 'set':
      return setCluster(draft, action.id, action.value);
    case 'addPool':
      return {
        ...draft,
        pools: [
          ...draft.pools,
          newPool(draft.kind, action.controlPlane, draft.pools),
        ],
      };
    case 'removePool':
      return {
        ...draft,
        pools: draft.pools.filter(({ id }) => id !== action.pool),
      };
    case 'setPool':
      return setPool(draft, action.pool, pool => ({
        ...pool,
        values: withoutStale(
          { ...pool.values, [action.id]: action.value },
          poolFields(KINDS[draft.kind], pool.controlPlane),
          action.id,
        ),
      }));
    case 'markPool':
      return setPool(draft, action.pool, pool => ({
        ...pool,
        ...action.marks,
      }));
    case 'profiles':
      return { ...draft, profiles: action.profiles };
    case 'version':
      return {
        ...draft,
        profiles: action.profiles,
        variables: carry(draft.variables, action),
      };
    case 'variable':
      return {
        ...draft,
        variables: put(draft.variables, action),
      };
    default:
      return draft;
  }
}

function put(
  all: Record<string, Record<string, string>>,
  { profile, name, value }: { profile: string; name: string; value: string },
) {
  return { ...all, [profile]: { ...all[profile], [name]: value } };
}

/** What was typed for one version of a profile stands for another, as far as that asks for it. */
function carry(
  all: Record<string, Record<string, string>>,
  { from, to }: { from: string; to: string },
) {
  return { ...all, [to]: { ...all[from], ...all[to] } };
}

/** The state after what the user did. */
export function draftReducer(
  state: WizardState,
  action: WizardAction,
): WizardState {
  if (action.do === 'secret') {
    return { ...state, secrets: put(state.secrets, action) };
  }
  const draft = reduceDraft(state.draft, action);
  if (action.do === 'version') {
    return { draft, secrets: carry(state.secrets, action) };
  }
  const startsAnew =
    action.do === 'project' || action.do === 'instance' || action.do === 'kind';
  return { draft, secrets: startsAnew ? {} : state.secrets };
}
