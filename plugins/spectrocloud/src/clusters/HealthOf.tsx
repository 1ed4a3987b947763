import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { FewLines } from '../components/FewLines';
import { StateLabel } from '../components/StateLabel';
import type { ClusterRow } from './clusterRows';

const useStyles = makeStyles({
  // The table breaks no other text.
  problem: { whiteSpace: 'normal', minWidth: 160, maxWidth: 240 },
});

/** How healthy a cluster is, and what is wrong with it. */
export const HealthOf = ({ row }: { row: ClusterRow }) => {
  const { health, problem } = row;
  const classes = useStyles();
  return (
    <>
      <StateLabel state={health} />
      {problem && health !== 'Healthy' && (
        <Typography
          variant="caption"
          component="div"
          className={classes.problem}
        >
          <FewLines text={problem} />
        </Typography>
      )}
    </>
  );
};
