import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import type { FieldProps } from './FieldProps';

/** Yes or no. @public */
export const FlagField = (props: FieldProps<boolean>) => {
  const { id, label, help, wrong, disabled, value, onChange } = props;
  const { describedBy } = props;
  const helpId = help ? `${id}-help` : undefined;
  return (
    <FormControl error={wrong} disabled={disabled}>
      <FormControlLabel
        label={label}
        control={
          <Checkbox
            id={id}
            color="primary"
            checked={value}
            onChange={event => onChange(event.target.checked)}
            inputProps={{
              'aria-describedby':
                [helpId, describedBy].filter(Boolean).join(' ') || undefined,
            }}
          />
        }
      />
      {help && (
        <FormHelperText id={helpId} role={wrong ? 'alert' : undefined}>
          {help}
        </FormHelperText>
      )}
    </FormControl>
  );
};
