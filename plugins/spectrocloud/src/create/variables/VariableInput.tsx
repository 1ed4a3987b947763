import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ProfileVariable } from '@terasky/backstage-plugin-spectrocloud-common';
import { target } from '../creation/Problem';
import { ChoiceField } from '../fields/ChoiceField';
import { FlagField } from '../fields/FlagField';
import { SuggestField } from '../fields/SuggestField';
import { elementIdOf, useProblem } from '../ProblemsContext';
import { spectroCloudTranslationRef } from '../../translation';
import { inputOf, shownValue } from './variableInput';

/** No label needs more; names are somebody else's text. */
const MAX_LABEL = 120;

/** A variable of a profile as a field of the form. */
export const VariableInput = (props: {
  profile: string;
  variable: ProfileVariable;
  typed: Record<string, string> | undefined;
  onChange: (value: string) => void;
}) => {
  const { profile, variable, typed, onChange } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const at = target.variable(profile, variable.name);
  const problem = useProblem(at);
  const input = inputOf(variable);
  const value = shownValue(variable, typed);
  const marks = [
    variable.description,
    variable.immutable && t('create.variable.immutable'),
    input === 'secret' && t('create.variable.secret'),
    variable.regex && t('create.variable.regex', { regex: variable.regex }),
  ];
  const common = {
    id: elementIdOf(at),
    label: (variable.displayName || variable.name).slice(0, MAX_LABEL),
    help: problem ?? (marks.filter(Boolean).join(' · ') || undefined),
    wrong: problem !== undefined,
    required: variable.required,
  };
  if (input === 'flag') {
    return (
      <FlagField
        {...common}
        value={value === 'true'}
        onChange={checked => onChange(String(checked))}
      />
    );
  }
  if (input === 'choice') {
    return (
      <ChoiceField
        {...common}
        value={value}
        onChange={onChange}
        options={(variable.options ?? []).map(option => ({
          value: option.value,
          label: option.label || option.value,
        }))}
      />
    );
  }
  return (
    <SuggestField
      {...common}
      value={value}
      onChange={onChange}
      numeric={input === 'number'}
      multiline={input === 'multiline'}
      type={input === 'secret' ? 'password' : undefined}
    />
  );
};
