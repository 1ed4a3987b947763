import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { spectroCloudTranslationRef } from '../../translation';
import { target } from '../creation/Problem';
import { PoolEditor } from '../pools/PoolEditor';
import { elementIdOf, useProblem } from '../ProblemsContext';
import type { Wizard } from '../useWizard';

const useStyles = makeStyles(theme => ({
  add: { marginTop: theme.spacing(3) },
}));

/** The pools of nodes. */
export const PoolsStep = ({ wizard }: { wizard: Wizard }) => {
  const { draft, change } = wizard;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const problem = useProblem(target.pools);
  return (
    <>
      {problem && (
        <Typography color="error" role="alert" gutterBottom>
          {problem}
        </Typography>
      )}
      {draft.pools.map(pool => (
        <PoolEditor
          key={pool.id}
          pool={pool}
          wizard={wizard}
          onRemove={
            pool.controlPlane
              ? undefined
              : () => change({ do: 'removePool', pool: pool.id })
          }
        />
      ))}
      <Button
        className={classes.add}
        id={elementIdOf(target.pools)}
        variant="outlined"
        onClick={() => change({ do: 'addPool', controlPlane: false })}
      >
        {t('create.pools.add')}
      </Button>
    </>
  );
};
