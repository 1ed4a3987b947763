import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { spectroCloudTranslationRef } from '../../translation';
import type { Issue } from '../creation/Problem';
import type { Step } from '../model/Draft';

/** The steps in which something is missing. */
export const OpenIssues = (props: {
  issues: Issue[];
  onGoTo: (step: Step) => void;
}) => {
  const { issues, onGoTo } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  if (issues.length === 0) return null;
  const steps = [...new Set(issues.map(({ step }) => step))];
  return (
    <div role="alert">
      <Typography>{t('create.incomplete')}</Typography>
      {steps.map(step => (
        <Button key={step} size="small" onClick={() => onGoTo(step)}>
          {t('create.goTo', { step: t(`create.step.${step}`) })}
        </Button>
      ))}
    </div>
  );
};
