import { makeStyles } from '@material-ui/core/styles';
import TextField, { type TextFieldProps } from '@material-ui/core/TextField';
import { useId } from 'react';

const useStyles = makeStyles(theme => ({
  // Names are in labels, and may take several lines: they would lie over the field.
  root: {
    '& label': {
      position: 'static',
      transform: 'none',
      overflowWrap: 'anywhere',
      fontSize: theme.typography.caption.fontSize,
      lineHeight: theme.typography.caption.lineHeight,
    },
    '& label + .MuiInput-formControl': { marginTop: 0 },
  },
}));

/** A field as all dialogs have it; its label and hint are read out with it. */
export const DialogField = (props: TextFieldProps) => {
  const id = useId();
  return (
    <TextField
      className={useStyles().root}
      id={id}
      fullWidth
      margin="normal"
      // A hint is there to be read, also while its field waits.
      FormHelperTextProps={{ disabled: false }}
      {...props}
    />
  );
};
