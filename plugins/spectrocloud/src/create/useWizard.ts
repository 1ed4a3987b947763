import {
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import type { ClusterFinding } from '@terasky/backstage-plugin-spectrocloud-common';
import { findIssues } from './creation/findIssues';
import { placeFinding, type Place } from './creation/placeFinding';
import { type Issue, type Target, target } from './creation/Problem';
import { type Draft, newDraft, type Step } from './model/Draft';
import { draftReducer, type WizardAction } from './model/draftReducer';
import {
  type DraftStorage,
  readDraft,
  removeDraft,
  writeDraft,
} from './model/draftStore';
import { useVariables } from './variables/useVariables';

/** One of Palette's findings, and where it belongs. */
export interface PlacedFinding extends ClusterFinding, Place {}

/** What an action changes: what Palette found there is no longer about what is there. */
function targetOf(action: WizardAction): Target | undefined {
  switch (action.do) {
    case 'set':
      return target.cluster(action.id);
    case 'setPool':
      return target.pool(action.pool);
    case 'variable':
    case 'secret':
      return target.variable(action.profile, action.name);
    default:
      return undefined;
  }
}

const STARTS_ANEW: WizardAction['do'][] = ['kind', 'project', 'instance'];

/** The draft with everything that is known of it. */
export function useWizard(options: {
  user: string;
  storage: DraftStorage;
  initial: Partial<Pick<Draft, 'instance' | 'projectUid'>>;
}) {
  const { user, storage, initial } = options;
  const [{ draft, secrets }, dispatch] = useReducer(
    draftReducer,
    undefined,
    () => {
      const fresh = newDraft('eks');
      return {
        draft: readDraft(storage, user) ?? { ...fresh, ...initial },
        secrets: {},
      };
    },
  );
  const [findings, setFindings] = useState<PlacedFinding[]>([]);
  const [attempted, setAttempted] = useState<Step[]>([]);
  const finished = useRef(false);
  useEffect(() => {
    if (!finished.current) writeDraft(storage, user, draft);
  }, [storage, user, draft]);

  const { instance, projectUid } = draft;
  const variables = useVariables(draft.profiles, { instance, projectUid });
  const issues = useMemo(
    () => findIssues(draft, secrets, variables.byProfile),
    [draft, secrets, variables.byProfile],
  );
  const change = useCallback((action: WizardAction) => {
    dispatch(action);
    if (STARTS_ANEW.includes(action.do)) {
      setFindings([]);
      setAttempted([]);
      return;
    }
    const at = targetOf(action);
    if (!at) return;
    setFindings(all =>
      all.filter(finding => !finding.at || !finding.at.startsWith(at)),
    );
  }, []);
  const place = (found: ClusterFinding[]) =>
    setFindings(
      found.map(finding => ({
        ...finding,
        ...placeFinding(finding, draft, variables.byProfile),
      })),
    );
  /** Nothing of it is kept from now on. */
  const finish = () => {
    finished.current = true;
    removeDraft(storage);
  };
  const attempt = (step: Step) =>
    setAttempted(steps => [...new Set([...steps, step])]);
  return {
    draft,
    secrets,
    change,
    variables,
    issues,
    /** Those that are told: of steps that the user thought to be done. */
    shownIssues: issues.filter(({ step }) => attempted.includes(step)),
    attempt,
    findings,
    place,
    finish,
  };
}

/** What the steps share. */
export type Wizard = ReturnType<typeof useWizard>;

/** The first thing that is wrong in a step. */
export function firstIssueOf(issues: Issue[], step: Step): Issue | undefined {
  return issues.find(issue => issue.step === step);
}
