import { useTemplateSecrets } from '@backstage/plugin-scaffolder-react';
import type { ProfileVariable } from '@terasky/backstage-plugin-spectrocloud-common';
import { useEffect, useState } from 'react';
import { belongTo } from './checkFilledVariables';
import {
  filledValue,
  type FilledVariables,
  secretNameOf,
  textsOf,
  toFilledVariables,
  type VariablesForm,
} from './filledVariables';

/** The variables of a profile as a form holds them. */
export interface FilledVariablesState {
  valueOf: (variable: ProfileVariable) => string;
  /** Whether the user has changed it. */
  isTouched: (variable: ProfileVariable) => boolean;
  fill: (variable: ProfileVariable, value: string) => void;
  /** Whether something was left out that another profile had asked for. */
  isLeftOut: boolean;
}

/** Names of the task's secrets among what was filled in. */
function secretsOf(filled: FilledVariables = []): string[] {
  return filled.flatMap(entry => ('secret' in entry ? [entry.secret] : []));
}

/** What is typed now goes before what the form holds; what was typed for another profile is nothing. */
function formOf(
  profileUid: string,
  known: { filled?: FilledVariables; of: string; texts: object },
  secrets: Record<string, string>,
): VariablesForm {
  const { filled = [], of, texts } = known;
  const typed = { ...textsOf(filled), ...(of === profileUid ? texts : {}) };
  return { profileUid, typed, secrets };
}

/**
 * Keeps the form's data at what is shown: texts in it, secrets among those of the
 * task, and nothing of another profile in either.
 */
export function useFilledVariables(props: {
  profileUid: string;
  /** Undefined as long as they aren't known. */
  variables?: ProfileVariable[];
  filled?: FilledVariables;
  onChange: (filled: FilledVariables | undefined) => void;
}): FilledVariablesState {
  const { profileUid, variables, filled, onChange } = props;
  const { secrets, setSecrets } = useTemplateSecrets();
  const [{ of, texts }, setTyped] = useState({ of: profileUid, texts: {} });
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isLeftOut, setLeftOut] = useState(false);
  const form = formOf(profileUid, { filled, of, texts }, secrets);

  // At every render: the form forgets a change where two fields make one at once.
  useEffect(() => {
    if (!variables && profileUid !== '') return;
    const next = variables && toFilledVariables(variables, form);
    if (JSON.stringify(next) === JSON.stringify(filled)) return;
    if (filled && !belongTo(variables ?? [], filled)) setLeftOut(true);
    const kept = new Set(secretsOf(next));
    const dropped = secretsOf(filled).filter(
      secret => secrets[secret] && !kept.has(secret),
    );
    if (dropped.length > 0) {
      setSecrets(Object.fromEntries(dropped.map(secret => [secret, ''])));
    }
    onChange(next);
  }, [variables, profileUid, form, filled, secrets, setSecrets, onChange]);

  return {
    valueOf: variable => filledValue(variable, form),
    isTouched: ({ name }) => touched.has(name),
    fill: ({ name, isSensitive }, value) => {
      setTouched(names => new Set(names).add(name));
      if (isSensitive) {
        setSecrets({ [secretNameOf(profileUid, name)]: value });
      } else {
        setTyped(now => ({
          of: profileUid,
          texts: {
            ...(now.of === profileUid ? now.texts : {}),
            [name]: value,
          },
        }));
      }
    },
    isLeftOut,
  };
}
