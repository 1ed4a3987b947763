import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Fragment, type ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(120px, max-content) 1fr',
    gap: theme.spacing(1.25, 3),
    margin: 0,
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    '& + *': { marginTop: theme.spacing(2) },
  },
}));

/** Names and what they stand for, as a list that screen readers know. */
export const Facts = (props: { facts: Array<[string, ReactNode]> }) => {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {props.facts.map(([name, value]) => (
        <Fragment key={name}>
          <Typography component="dt" variant="body2" color="textSecondary">
            {name}
          </Typography>
          <Typography component="dd" variant="body2">
            {value}
          </Typography>
        </Fragment>
      ))}
    </dl>
  );
};
