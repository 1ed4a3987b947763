import { useTranslationRef } from '@backstage/frontend-plugin-api';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { spectroCloudTranslationRef } from '../translation';
import { useFieldStyles } from './useFieldStyles';

/** A native select: it works with every keyboard and screen reader. */
export const FilterSelect = (props: {
  label: string;
  value: string;
  options: string[];
  /** Leaves out the choice of everything. */
  required?: boolean;
  onChange: (value: string) => void;
  labelOf?: (option: string) => string;
}) => {
  const { label, value, options, required, onChange, labelOf } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useFieldStyles();
  const id = useId();
  return (
    <TextField
      className={classes.root}
      select
      id={id}
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      variant="outlined"
      size="small"
      InputLabelProps={{ shrink: true, htmlFor: id }}
      SelectProps={{ native: true }}
    >
      {!required && <option value="">{t('common.all')}</option>}
      {options.map(option => (
        <option key={option} value={option}>
          {labelOf?.(option) ?? option}
        </option>
      ))}
    </TextField>
  );
};
