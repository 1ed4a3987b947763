import { makeStyles } from '@material-ui/core/styles';
import type { PropsWithChildren } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(420px, 100%), 1fr))',
    gap: theme.spacing(3),
    alignItems: 'start',
  },
}));

export const CardGrid = ({ children }: PropsWithChildren) => (
  <div className={useStyles().root}>{children}</div>
);
