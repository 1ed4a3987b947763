import { makeStyles } from '@material-ui/core/styles';
import type { Target } from '../creation/Problem';
import { type Field, type FieldValue, shownFields, type Values } from './Field';
import { FieldInput } from './FieldInput';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gap: theme.spacing(2.5),
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
    alignItems: 'start',
  },
}));

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
  const asked = around ? { ...around, ...values } : values;
  return (
    <div className={classes.root}>
      {shownFields(fields, asked).map(field => (
        <FieldInput
          key={field.id}
          field={field}
          at={targetOf(field.id)}
          values={asked}
          value={values[field.id]}
          onChange={value => onChange(field.id, value)}
        />
      ))}
    </div>
  );
};
