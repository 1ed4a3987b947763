import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import {
  ChoiceField,
  SuggestField,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { spectroCloudTranslationRef } from '../../translation';
import type { Target } from '../creation/Problem';
import type { Label, Taint, TaintEffect } from '../model/Draft';
import { elementIdOf, useProblem } from '../ProblemsContext';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(2) },
  row: {
    display: 'grid',
    gap: theme.spacing(1),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 160px), 1fr))',
    alignItems: 'center',
    marginTop: theme.spacing(1.5),
  },
}));

/** Labels of a pool, or its taints, which have an effect, too. */
export function MarksEditor<T extends Label | Taint>(props: {
  title: string;
  addLabel: string;
  at: Target;
  marks: T[];
  effects?: readonly TaintEffect[];
  onChange: (marks: T[]) => void;
}) {
  const { title, addLabel, at, marks, effects, onChange } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const problem = useProblem(at);
  const id = elementIdOf(at);
  const set = (index: number, part: Partial<Taint>) =>
    onChange(
      marks.map((mark, each) => (each === index ? { ...mark, ...part } : mark)),
    );
  const add = () => {
    const empty: Label = { key: '', value: '' };
    const mark = effects ? { ...empty, effect: effects[0] } : empty;
    // The editor of taints has effects, that of labels hasn't.
    onChange([...marks, mark as T]);
  };
  return (
    <div className={classes.root} role="group" aria-label={title}>
      <Typography variant="subtitle2" component="h5">
        {title}
      </Typography>
      {marks.map((mark, index) => (
        <div className={classes.row} key={index}>
          <SuggestField
            id={index === 0 ? id : `${id}-${index}`}
            label={t('create.pools.key')}
            value={mark.key}
            onChange={key => set(index, { key })}
          />
          <SuggestField
            id={`${id}-value-${index}`}
            label={t('create.pools.value')}
            value={mark.value}
            onChange={value => set(index, { value })}
          />
          {'effect' in mark && effects && (
            <ChoiceField
              id={`${id}-effect-${index}`}
              label={t('create.pools.effect')}
              required
              value={mark.effect}
              options={effects.map(value => ({ value }))}
              onChange={effect => set(index, { effect: effect as TaintEffect })}
            />
          )}
          <Button
            size="small"
            aria-label={t('create.pools.removeMark', {
              name: mark.key || title,
            })}
            onClick={() =>
              onChange(marks.filter((_mark, each) => each !== index))
            }
          >
            {t('create.pools.removeShort')}
          </Button>
        </div>
      ))}
      {problem && (
        <Typography color="error" role="alert" variant="body2">
          {problem}
        </Typography>
      )}
      <Button size="small" onClick={add}>
        {addLabel}
      </Button>
    </div>
  );
}
