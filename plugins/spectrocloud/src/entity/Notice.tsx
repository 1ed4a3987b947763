import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(1.5),
    overflowWrap: 'anywhere',
  },
}));

/** Stands in a card where content would be: why there is none, and what to do. */
export const Notice = (props: { text: string; action?: ReactNode }) => (
  <div className={useStyles().root} role="status">
    <Typography variant="body2">{props.text}</Typography>
    {props.action}
  </div>
);
