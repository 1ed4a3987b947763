import TextField, { type TextFieldProps } from '@material-ui/core/TextField';
import { useId } from 'react';

/** A field as all dialogs have it; its label and hint are read out with it. */
export const DialogField = (props: TextFieldProps) => {
  const id = useId();
  return (
    <TextField
      id={id}
      fullWidth
      margin="normal"
      // A hint is there to be read, also while its field waits.
      FormHelperTextProps={{ disabled: false }}
      {...props}
    />
  );
};
