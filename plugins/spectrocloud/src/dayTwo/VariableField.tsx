import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ClusterVariable } from '@terasky/backstage-plugin-spectrocloud-common';
import { useVariableProblem } from '@terasky/backstage-plugin-spectrocloud-react';
import { spectroCloudTranslationRef } from '../translation';
import { DialogField } from './DialogField';
import { faultOf } from './variableEdits';

/** One variable: a list where it has choices, else text; secrets are never shown. */
export const VariableField = (props: {
  variable: ClusterVariable;
  edited: string | undefined;
  /** What Palette said of the last value. */
  refusal?: string;
  onEdit: (value: string) => void;
}) => {
  const { variable, edited, refusal, onEdit } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const wordOf = useVariableProblem();
  const { isSensitive, immutable, description, inputType } = variable;
  const fault = faultOf(variable, edited);
  const options =
    variable.format === 'boolean'
      ? [{ value: 'true' }, { value: 'false' }]
      : (variable.options ?? []);
  const isChoice = options.length > 0 && !isSensitive;
  const value = edited ?? variable.value ?? '';
  const hint = isSensitive ? t('dayTwo.secretHint') : description;
  const kept = immutable ? t('dayTwo.immutable') : undefined;
  const said =
    fault === 'pattern'
      ? t('dayTwo.pattern', { pattern: variable.regex ?? '' })
      : (fault && wordOf(fault)) || kept;
  return (
    <DialogField
      label={variable.displayName || variable.name}
      value={value}
      required={variable.required && !isSensitive}
      disabled={immutable}
      error={Boolean(fault || refusal)}
      helperText={refusal ?? said ?? hint}
      type={isSensitive ? 'password' : 'text'}
      multiline={inputType === 'multiline' && !isSensitive}
      select={isChoice}
      SelectProps={{ native: true }}
      InputLabelProps={isChoice ? { shrink: true } : undefined}
      inputProps={{ autoComplete: isSensitive ? 'new-password' : 'off' }}
      onChange={event => onEdit(event.target.value)}
    >
      {isChoice &&
        [
          ...(options.some(each => each.value === value) ? [] : [{ value }]),
          ...options,
        ].map(option => (
          <option key={option.value} value={option.value}>
            {('label' in option && option.label) || option.value}
          </option>
        ))}
    </DialogField>
  );
};
