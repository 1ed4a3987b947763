import { makeStyles } from '@material-ui/core/styles';
import type SvgIcon from '@material-ui/core/SvgIcon';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    maxWidth: 560,
    margin: '0 auto',
    padding: theme.spacing(6, 3),
    textAlign: 'center',
  },
  icon: { fontSize: 56, color: theme.palette.text.primary },
  action: { marginTop: theme.spacing(1) },
}));

/** Stands where content would be: why there is none, and what to do. */
export const StatePanel = (props: {
  icon: typeof SvgIcon;
  title: string;
  description: string;
  action?: ReactNode;
}) => {
  const { icon: Icon, title, description, action } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Icon className={classes.icon} aria-hidden="true" />
      <Typography variant="h6" component="p">
        {title}
      </Typography>
      <Typography>{description}</Typography>
      {action && <div className={classes.action}>{action}</div>}
    </div>
  );
};
