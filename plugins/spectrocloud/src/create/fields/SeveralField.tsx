import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import {
  type FieldProps,
  type Option,
  SuggestField,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { useState } from 'react';

/** More boxes than this are no choice at a glance. */
const MOST_BOXES = 24;

function partsOf(text: string): string[] {
  const parts = text.split(/[,\n]/).map(part => part.trim());
  return [...new Set(parts.filter(Boolean))];
}

/** A list as text, its parts divided by commas. */
const ListText = (props: FieldProps<string[]> & { options: Option[] }) => {
  const { value, onChange, ...others } = props;
  // A comma that was just typed has nothing after it yet.
  const [text, setText] = useState<string>();
  const isSame = text !== undefined && partsOf(text).join() === value.join();
  return (
    <SuggestField
      {...others}
      value={isSame ? text : value.join(', ')}
      onChange={typed => {
        setText(typed);
        onChange(partsOf(typed));
      }}
    />
  );
};

/** Several values: boxes where it is known which there are, else a text. */
export const SeveralField = (
  props: FieldProps<string[]> & { options: Option[] },
) => {
  const { id, label, help, wrong, required, value, onChange, options } = props;
  if (options.length === 0 || options.length > MOST_BOXES) {
    return <ListText {...props} />;
  }
  const known = new Set(options.map(option => option.value));
  const all = [
    ...options,
    ...value
      .filter(part => !known.has(part))
      .map((part): Option => ({ value: part })),
  ];
  const toggle = (part: string) =>
    onChange(
      value.includes(part)
        ? value.filter(other => other !== part)
        : all
            .map(option => option.value)
            .filter(other => other === part || value.includes(other)),
    );
  return (
    <FormControl component="fieldset" error={wrong} required={required}>
      <FormLabel component="legend">{label}</FormLabel>
      <FormGroup row>
        {all.map((option, index) => (
          <FormControlLabel
            key={option.value}
            label={option.label ?? option.value}
            control={
              <Checkbox
                id={index === 0 ? id : undefined}
                color="primary"
                checked={value.includes(option.value)}
                onChange={() => toggle(option.value)}
              />
            }
          />
        ))}
      </FormGroup>
      {help && (
        <FormHelperText role={wrong ? 'alert' : undefined}>
          {help}
        </FormHelperText>
      )}
    </FormControl>
  );
};
