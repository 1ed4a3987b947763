import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Fragment, type ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    // A name may be somebody else's, and as long as they like.
    gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr)',
    gap: theme.spacing(1.25, 3),
    margin: 0,
    '& dt': { minWidth: 120, overflowWrap: 'anywhere' },
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    '& + *': { marginTop: theme.spacing(2) },
  },
}));

/** Names and what they stand for, as a list that screen readers know. */
export const Facts = (props: { facts: Array<[string, ReactNode]> }) => {
  const classes = useStyles();
  return (
    <dl className={classes.root}>
      {props.facts.map(([name, value], index) => (
        // Pools of one label have one name.
        <Fragment key={index}>
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
