import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import { spectroCloudReactTranslationRef } from '../translation';
import { describedByOf } from './describedBy';
import type { FieldProps } from './FieldProps';
import type { Option } from './Option';

/** A native select: it works with every keyboard and screen reader. @public */
export const ChoiceField = (
  props: FieldProps<string> & { options: Option[] },
) => {
  const { id, label, help, wrong, required, disabled } = props;
  const { value, onChange, options } = props;
  const { t } = useTranslationRef(spectroCloudReactTranslationRef);
  const isKnown = options.some(option => option.value === value);
  return (
    <TextField
      select
      id={id}
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      required={required}
      disabled={disabled}
      error={wrong}
      helperText={help}
      fullWidth
      variant="outlined"
      size="small"
      InputLabelProps={{ shrink: true, htmlFor: id }}
      FormHelperTextProps={{ role: wrong ? 'alert' : undefined }}
      inputProps={{
        'aria-describedby': describedByOf(props),
        'aria-invalid': wrong || undefined,
      }}
      SelectProps={{ native: true }}
    >
      {!(required && isKnown) && <option value="">{t('choose')}</option>}
      {value !== '' && !isKnown && <option value={value}>{value}</option>}
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label ?? option.value}
        </option>
      ))}
    </TextField>
  );
};
