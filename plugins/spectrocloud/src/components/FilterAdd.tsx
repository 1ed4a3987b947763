import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import { memo, useId } from 'react';
import { spectroCloudTranslationRef } from '../translation';
import { useFieldStyles } from './useFieldStyles';

/** A native select, for every keyboard and screen reader, that adds one value after the other. */
const Field = (props: {
  label: string;
  picked: string[];
  options: string[];
  onChange: (picked: string[]) => void;
  labelOf: (option: string) => string;
}) => {
  const { label, picked, options, onChange, labelOf } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useFieldStyles();
  const id = useId();
  return (
    <TextField
      className={classes.root}
      select
      id={id}
      label={label}
      value=""
      onChange={event => onChange([...picked, event.target.value])}
      variant="outlined"
      size="small"
      InputLabelProps={{ shrink: true, htmlFor: id }}
      SelectProps={{ native: true }}
    >
      <option value="">
        {picked.length > 0
          ? t('common.picked', { count: picked.length })
          : t('common.all')}
      </option>
      {options
        .filter(option => !picked.includes(option))
        .map(option => (
          <option key={option} value={option}>
            {labelOf(option)}
          </option>
        ))}
    </TextField>
  );
};

/** Drawn anew only when what it offers or what is picked changes, not whenever the address does. */
export const FilterAdd = memo(
  Field,
  (before, after) =>
    before.options === after.options &&
    before.label === after.label &&
    before.labelOf === after.labelOf &&
    before.onChange === after.onChange &&
    JSON.stringify(before.picked) === JSON.stringify(after.picked),
);
