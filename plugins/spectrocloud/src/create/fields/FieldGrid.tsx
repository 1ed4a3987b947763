import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import type { Target } from '../creation/Problem';
import { type Field, type FieldValue, shownFields, type Values } from './Field';
import { FieldInput } from './FieldInput';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(2.5),
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
    alignItems: 'start',
    '& > div': { minWidth: 0 },
  },
}));

/** Inputs whose value is complete with each change. */
const CHOSEN: Array<Field['input']> = ['choice', 'flag'];

/** The fields that are shown with these values, beside each other as far as there is room. */
export const FieldGrid = (props: {
  fields: Field[];
  values: Values;
  /** Of the cluster, where these are a pool's. */
  around?: Values;
  targetOf: (field: string) => Target;
  onChange: (id: string, value: FieldValue) => void;
}) => {
  const { fields, values, around, targetOf, onChange } = props;
  const classes = useStyles();
  // Of a field that is being typed in: nobody is asked with half a word.
  const [typed, setTyped] = useState<{ id: string; before?: FieldValue }>();
  const all = around ? { ...around, ...values } : values;
  const asked = typed ? { ...all, [typed.id]: typed.before } : all;
  const edit = (field: Field, value: FieldValue, isOffered: boolean) => {
    const { id, input } = field;
    if (isOffered || CHOSEN.includes(input)) setTyped(undefined);
    else if (typed?.id !== id) setTyped({ id, before: values[id] });
    onChange(id, value);
  };
  return (
    <div className={classes.root}>
      {shownFields(fields, all).map(field => (
        <div key={field.id} onBlur={() => setTyped(undefined)}>
          <FieldInput
            field={field}
            at={targetOf(field.id)}
            values={asked}
            value={values[field.id]}
            onChange={(value, isOffered) => edit(field, value, isOffered)}
          />
        </div>
      ))}
    </div>
  );
};
