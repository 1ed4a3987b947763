import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';

const useStyles = makeStyles(theme => ({
  root: { minWidth: 140, '& > div': { marginTop: theme.spacing(0.5) } },
}));

/** How much of something is in use, as a bar under the figures. */
export const UsageBar = (props: {
  used: number;
  total: number;
  /** The figures in words. */
  text: string;
}) => {
  const { used, total, text } = props;
  const classes = useStyles();
  const id = useId();
  const percent = total > 0 ? Math.min(100, (100 * used) / total) : 0;
  return (
    <div className={classes.root}>
      <Typography id={id} variant="body2">
        {text}
      </Typography>
      <LinearProgress
        variant="determinate"
        value={percent}
        aria-labelledby={id}
      />
    </div>
  );
};
