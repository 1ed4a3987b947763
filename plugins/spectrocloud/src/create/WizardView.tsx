import { InfoCard } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { spectroCloudAuthApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { Option } from '@terasky/backstage-plugin-spectrocloud-react';
import { useEffect, useMemo, useRef } from 'react';
import { readableErrors } from '../components/readableErrors';
import { useAddressParams } from '../routing/useAddressParams';
import { spectroCloudTranslationRef } from '../translation';
import { OfferProvider } from './fields/useOffer';
import { KINDS } from './kinds';
import { POLICY_FIELDS } from './kinds/policyFields';
import { type Step, stepsOf } from './model/Draft';
import { watchSignOut } from './model/watchSignOut';
import { elementIdOf, ProblemsProvider } from './ProblemsContext';
import { StepButtons } from './StepButtons';
import { StepNav } from './StepNav';
import { BasicsStep } from './steps/BasicsStep';
import { FieldsStep } from './steps/FieldsStep';
import { PoolsStep } from './steps/PoolsStep';
import { ProfilesStep } from './steps/ProfilesStep';
import { ReviewStep } from './steps/ReviewStep';
import { useProblemWords } from './useProblemWords';
import { useStepInAddress } from './useStepInAddress';
import { firstIssueOf, useWizard, type Wizard } from './useWizard';

const useStyles = makeStyles(theme => ({
  step: {
    marginTop: theme.spacing(2),
    '& h3': { margin: 0, font: 'inherit', outline: 'none' },
    ...readableErrors(theme),
  },
}));

const StepContent = (props: {
  wizard: Wizard;
  onGoTo: (step: Step) => void;
}) => {
  const { wizard, onGoTo } = props;
  const { draft } = wizard;
  switch (draft.step) {
    case 'basics':
      return <BasicsStep wizard={wizard} />;
    case 'profiles':
      return <ProfilesStep wizard={wizard} />;
    case 'placement':
      return (
        <FieldsStep fields={KINDS[draft.kind].placement} wizard={wizard} />
      );
    case 'pools':
      return <PoolsStep wizard={wizard} />;
    case 'policies':
      return <FieldsStep fields={POLICY_FIELDS} wizard={wizard} />;
    default:
      return <ReviewStep wizard={wizard} onGoTo={onGoTo} />;
  }
};

/** The steps of the wizard, one at a time. */
export const WizardView = ({ user }: { user: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const authApi = useApi(spectroCloudAuthApiRef);
  const [params] = useAddressParams();
  const wizard = useWizard({
    user,
    storage: window.sessionStorage,
    initial: {
      instance: params.get('instance') ?? undefined,
      projectUid: params.get('projectUid') ?? '',
    },
  });
  useEffect(
    () => watchSignOut(authApi.sessionState$(), window.sessionStorage),
    [authApi],
  );
  const { draft, change, issues, attempt } = wizard;
  const { kind, instance, projectUid, step } = draft;
  const answers = useRef(new Map<string, Promise<Option[]>>()).current;
  const scope = useMemo(
    () => ({ cloudType: kind, instance, projectUid, answers }),
    [kind, instance, projectUid, answers],
  );
  const problems = useProblemWords(wizard);
  const heading = useRef<HTMLHeadingElement>(null);
  const steps = stepsOf(kind);
  const show = (next: Step) => {
    change({ do: 'goTo', step: next });
    // Who reads with a screen reader hears where they are now.
    setTimeout(() => heading.current?.focus());
  };
  const goTo = useStepInAddress(draft, show);
  const leave = () => {
    attempt(step);
    const issue = firstIssueOf(issues, step);
    if (issue) {
      setTimeout(() => document.getElementById(elementIdOf(issue.at))?.focus());
      return;
    }
    goTo(steps[steps.indexOf(step) + 1]);
  };
  return (
    <OfferProvider value={scope}>
      <ProblemsProvider value={problems}>
        <StepNav steps={steps} current={step} issues={issues} onGoTo={goTo} />
        <div className={classes.step}>
          <InfoCard
            title={
              <h3 ref={heading} tabIndex={-1}>
                {t(
                  kind === 'virtual' && step === 'profiles'
                    ? 'create.step.profilesAndSize'
                    : `create.step.${step}`,
                )}
              </h3>
            }
            titleTypographyProps={{ component: 'div' }}
          >
            <StepContent wizard={wizard} onGoTo={goTo} />
          </InfoCard>
        </div>
        <StepButtons
          wizard={wizard}
          steps={steps}
          onBack={() => goTo(steps[steps.indexOf(step) - 1])}
          onNext={leave}
        />
      </ProblemsProvider>
    </OfferProvider>
  );
};
