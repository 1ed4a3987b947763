import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { spectroCloudTranslationRef } from '../translation';
import type { Issue } from './creation/Problem';
import type { Step } from './model/Draft';

const useStyles = makeStyles(theme => ({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1),
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
}));

/** Where one is, and the way to what is behind and to what is complete. */
export const StepNav = (props: {
  steps: Step[];
  current: Step;
  issues: Issue[];
  onGoTo: (step: Step) => void;
}) => {
  const { steps, current, issues, onGoTo } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const firstOpen = steps.findIndex(step =>
    issues.some(issue => issue.step === step),
  );
  const reachable = firstOpen < 0 ? steps.length : firstOpen;
  return (
    <nav aria-label={t('create.steps')}>
      <ol className={classes.list}>
        {steps.map((step, index) => {
          const isCurrent = step === current;
          return (
            <li key={step}>
              <Button
                size="small"
                variant={isCurrent ? 'contained' : 'outlined'}
                color={isCurrent ? 'primary' : 'default'}
                aria-current={isCurrent ? 'step' : undefined}
                disabled={
                  !isCurrent &&
                  index > Math.max(reachable, steps.indexOf(current))
                }
                onClick={() => !isCurrent && onGoTo(step)}
              >
                {t('create.stepOf', {
                  number: String(index + 1),
                  name: t(`create.step.${step}`),
                })}
              </Button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
