import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ProfileVariable } from '@terasky/backstage-plugin-spectrocloud-common';
import { ChoiceField } from '../fields/ChoiceField';
import { FlagField } from '../fields/FlagField';
import { SuggestField } from '../fields/SuggestField';
import { spectroCloudReactTranslationRef } from '../translation';
import { inputOf } from './variableInput';

/** No label needs more; names are somebody else's text. */
const MAX_LABEL = 120;

/** What there is to choose from, each once. */
function optionsOf({ options = [] }: ProfileVariable) {
  const labels = new Map(
    options.map(({ value, label }) => [value, label || value]),
  );
  return [...labels].map(([value, label]) => ({ value, label }));
}

/** A variable of a profile as a field of a form, of the kind that its profile asks for. @public */
export const VariableInput = (props: {
  /** Of the element that is filled in. */
  id: string;
  /** What is asked for. */
  variable: ProfileVariable;
  /** What is filled in; `true` or `false` of a flag. */
  value: string;
  /** What is wrong with it, in words. */
  problem?: string;
  /** Called with what is filled in next. */
  onChange: (value: string) => void;
}) => {
  const { id, variable, value, problem, onChange } = props;
  const { t } = useTranslationRef(spectroCloudReactTranslationRef);
  const input = inputOf(variable);
  const marks = [
    variable.description,
    variable.immutable && t('variable.immutable'),
    input === 'secret' && t('variable.secret'),
    variable.regex && t('variable.regex', { regex: variable.regex }),
  ];
  const common = {
    id,
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
        options={optionsOf(variable)}
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
