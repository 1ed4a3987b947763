import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type {
  ClusterCreation,
  ClusterFinding,
} from '@terasky/backstage-plugin-spectrocloud-common';
import {
  explainError,
  useLoad,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { useEffect, useRef } from 'react';
import { spectroCloudTranslationRef } from '../../translation';
import type { Step } from '../model/Draft';
import type { PlacedFinding } from '../useWizard';

/** More findings than this are read after the first have been seen to. */
const MOST_FINDINGS = 20;

const useStyles = makeStyles(theme => ({
  list: { margin: theme.spacing(1, 0), paddingLeft: theme.spacing(3) },
}));

/** What Palette says of the cluster: asked once when the review is opened, and again when the user wants. */
export const CheckResult = (props: {
  creation: ClusterCreation;
  scope: { instance?: string; projectUid: string };
  findings: PlacedFinding[];
  onFindings: (findings: ClusterFinding[]) => void;
  onGoTo: (step: Step) => void;
}) => {
  const { creation, scope, findings, onFindings, onGoTo } = props;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const { value, error, loading, reload } = useLoad(options =>
    api.validateCluster(creation, { ...options, ...scope }),
  );
  const place = useRef(onFindings);
  place.current = onFindings;
  useEffect(() => {
    if (value) place.current(value.findings);
  }, [value]);
  const says = () => {
    if (loading) return t('create.check.loading');
    if (error) {
      return t('create.check.failed', {
        reason: t(`error.${explainError(error)}Title`),
      });
    }
    return findings.length > 0
      ? t('create.check.findings', { count: findings.length })
      : t('create.check.valid');
  };
  return (
    <section aria-label={t('create.check.title')}>
      <Typography role="status" color={error ? 'error' : 'initial'}>
        {says()}
      </Typography>
      {!loading && findings.length > 0 && (
        <ul className={classes.list}>
          {findings
            .slice(0, MOST_FINDINGS)
            .map(({ field, message, step }, index) => (
              <li key={index}>
                {field ? `${field}: ${message}` : message}{' '}
                {step && (
                  <Button size="small" onClick={() => onGoTo(step)}>
                    {t('create.goTo', { step: t(`create.step.${step}`) })}
                  </Button>
                )}
              </li>
            ))}
        </ul>
      )}
      <Button
        size="small"
        variant="outlined"
        disabled={loading}
        onClick={reload}
      >
        {t('create.check.again')}
      </Button>
    </section>
  );
};
