import { makeStyles } from '@material-ui/core/styles';
import type { PropsWithChildren } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
    '& > *': { flex: '1 1 180px', maxWidth: 340 },
  },
}));

/** The fields that narrow what a card shows. */
export const FilterRow = ({ children }: PropsWithChildren) => (
  <div className={useStyles().root} role="search">
    {children}
  </div>
);
