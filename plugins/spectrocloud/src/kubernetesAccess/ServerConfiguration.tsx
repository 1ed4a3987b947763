import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { spectroCloudTranslationRef } from '../translation';
import {
  authenticationConfiguration,
  authenticationFlags,
  type TokenIssuer,
} from './authenticationConfiguration';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(2) },
  summary: { cursor: 'pointer' },
  text: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    margin: theme.spacing(1, 0),
    padding: theme.spacing(1),
    border: `1px solid ${theme.palette.divider}`,
    fontSize: '0.85em',
  },
}));

const Sample = (props: { label: string; text: string }) => {
  const { label, text } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <>
      <Typography variant="body2">{label}</Typography>
      <pre className={classes.text} role="group" aria-label={label}>
        {text}
      </pre>
      <Button
        size="small"
        variant="outlined"
        onClick={() => copy().catch(() => setCopied(false))}
        onBlur={() => setCopied(false)}
      >
        {t(copied ? 'common.copied' : 'common.copy', { name: label })}
      </Button>
    </>
  );
};

/** What the cluster's operator has to tell its API server so that it takes this user's tokens. */
export const ServerConfiguration = (props: TokenIssuer) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  return (
    <details className={classes.root}>
      <Typography
        component="summary"
        variant="body2"
        className={classes.summary}
      >
        {t('kubernetesAccess.server.title')}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('kubernetesAccess.server.hints')}
      </Typography>
      <Sample
        label={t('kubernetesAccess.server.file')}
        text={authenticationConfiguration(props)}
      />
      <Sample
        label={t('kubernetesAccess.server.flags')}
        text={authenticationFlags(props)}
      />
    </details>
  );
};
