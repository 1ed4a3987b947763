import InputAdornment from '@material-ui/core/InputAdornment';
import TextField from '@material-ui/core/TextField';
import SearchIcon from '@material-ui/icons/Search';
import { useId } from 'react';
import { useFieldStyles } from './useFieldStyles';

export const SearchField = (props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  className?: string;
}) => {
  const { label, value, onChange, className } = props;
  const classes = useFieldStyles();
  const id = useId();
  return (
    <TextField
      className={`${classes.root} ${className ?? ''}`}
      id={id}
      type="search"
      label={label}
      value={value}
      onChange={event => onChange(event.target.value)}
      variant="outlined"
      size="small"
      InputProps={{
        startAdornment: (
          <InputAdornment position="start">
            <SearchIcon aria-hidden="true" />
          </InputAdornment>
        ),
      }}
    />
  );
};
