import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { spectroCloudTranslationRef } from '../translation';
import type { Step } from './model/Draft';
import type { Wizard } from './useWizard';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
}));

/** To the step before and the one after; the last step has a button of its own. */
export const StepButtons = (props: {
  wizard: Wizard;
  steps: Step[];
  onBack: () => void;
  onNext: () => void;
}) => {
  const { wizard, steps, onBack, onNext } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const index = steps.indexOf(wizard.draft.step);
  return (
    <div className={classes.root}>
      {index > 0 ? (
        <Button variant="outlined" onClick={onBack}>
          {t('create.back')}
        </Button>
      ) : (
        <span />
      )}
      {index < steps.length - 1 && (
        <Button variant="contained" color="primary" onClick={onNext}>
          {t('create.next')}
        </Button>
      )}
    </div>
  );
};
