import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { spectroCloudTranslationRef } from '../../translation';
import { target } from '../creation/Problem';
import { textOf } from '../fields/Field';
import { FieldGrid } from '../fields/FieldGrid';
import { KINDS } from '../kinds';
import { poolFields } from '../kinds/poolFields';
import { type DraftPool, TAINT_EFFECTS } from '../model/Draft';
import { elementIdOf, useProblem } from '../ProblemsContext';
import type { Wizard } from '../useWizard';
import { MarksEditor } from './MarksEditor';

const useStyles = makeStyles(theme => ({
  root: {
    '& + &': {
      marginTop: theme.spacing(3),
      paddingTop: theme.spacing(2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(2),
  },
}));

/** A pool of nodes; of a virtual cluster, how much of its host it may take. */
export const PoolEditor = (props: {
  pool: DraftPool;
  wizard: Wizard;
  onRemove?: () => void;
}) => {
  const { pool, wizard, onRemove } = props;
  const { draft, change } = wizard;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const at = target.pool(pool.id);
  const problem = useProblem(at);
  const kind = KINDS[draft.kind];
  const isVirtual = draft.kind === 'virtual';
  const name = isVirtual
    ? t('create.pools.resources')
    : textOf(pool.values.poolName) || t('create.pools.unnamed');
  return (
    <section
      className={classes.root}
      id={elementIdOf(at)}
      tabIndex={-1}
      aria-label={name}
    >
      <div className={classes.head}>
        <Typography variant="h6" component="h4">
          {pool.controlPlane ? t('create.pools.controlPlane') : name}
        </Typography>
        {onRemove && (
          <Button size="small" onClick={onRemove}>
            {t('create.pools.remove', { name })}
          </Button>
        )}
      </div>
      {problem && (
        <Typography color="error" role="alert" variant="body2" gutterBottom>
          {problem}
        </Typography>
      )}
      <FieldGrid
        fields={poolFields(kind, pool.controlPlane)}
        values={pool.values}
        around={draft.values}
        targetOf={field => target.pool(pool.id, field)}
        onChange={(id, value) =>
          change({ do: 'setPool', pool: pool.id, id, value })
        }
      />
      {!isVirtual && (
        <>
          <MarksEditor
            title={t('create.pools.labels')}
            addLabel={t('create.pools.addLabel')}
            at={target.pool(pool.id, 'labels')}
            marks={pool.labels}
            onChange={labels =>
              change({ do: 'markPool', pool: pool.id, marks: { labels } })
            }
          />
          <MarksEditor
            title={t('create.pools.taints')}
            addLabel={t('create.pools.addTaint')}
            at={target.pool(pool.id, 'taints')}
            marks={pool.taints}
            effects={TAINT_EFFECTS}
            onChange={taints =>
              change({ do: 'markPool', pool: pool.id, marks: { taints } })
            }
          />
        </>
      )}
    </section>
  );
};
