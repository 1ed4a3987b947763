import TextField from '@material-ui/core/TextField';
import { describedByOf } from './describedBy';
import type { FieldProps } from './FieldProps';
import type { Option } from './Option';
import { MAX_TYPED_LENGTH } from './typedLength';

/**
 * A text that the browser itself completes: any may be typed, so that nobody is
 * stuck where Palette's list can't be read or is behind.
 *
 * @public
 */
export const SuggestField = (
  props: FieldProps<string> & {
    options?: Option[];
    numeric?: boolean;
    multiline?: boolean;
    type?: 'password';
  },
) => {
  const { id, label, help, wrong, required, value, onChange } = props;
  const { options = [], numeric, multiline, type, disabled } = props;
  const listId = `${id}-options`;
  return (
    <div>
      <TextField
        id={id}
        label={label}
        value={value}
        onChange={event => onChange(event.target.value)}
        required={required}
        disabled={disabled}
        error={wrong}
        helperText={help}
        multiline={multiline}
        minRows={multiline ? 3 : undefined}
        type={type}
        fullWidth
        variant="outlined"
        size="small"
        autoComplete="off"
        FormHelperTextProps={{ role: wrong ? 'alert' : undefined }}
        inputProps={{
          'aria-describedby': describedByOf(props),
          'aria-invalid': wrong || undefined,
          inputMode: numeric ? 'numeric' : undefined,
          spellCheck: false,
          maxLength: MAX_TYPED_LENGTH,
          list: options.length > 0 ? listId : undefined,
        }}
      />
      {options.length > 0 && (
        <datalist id={listId}>
          {options.map(option => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </datalist>
      )}
    </div>
  );
};
