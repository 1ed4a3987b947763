import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogContentText from '@material-ui/core/DialogContentText';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { findingsOf } from '@terasky/backstage-plugin-spectrocloud-common';
import { explainError } from '@terasky/backstage-plugin-spectrocloud-react';
import { type FormEvent, useId, useState } from 'react';
import { readableErrors } from '../components/readableErrors';
import { isolated } from '../components/isolated';
import { spectroCloudTranslationRef } from '../translation';
import { DialogField } from './DialogField';
import type { DialogProps } from './DialogProps';
import { Findings } from './Findings';
import { Refusal } from './Refusal';
import { type LogsStep, useClusterLogs } from './useClusterLogs';

const useStyles = makeStyles(theme => ({ content: readableErrors(theme) }));

const LINES = [100, 1000, 10_000];
const DEFAULT_LINES = 1000;
const MAX_REASON = 500;
/** Said of a change and of logs alike. */
const SAID_BY_REFUSAL = ['declined', 'forbidden', 'notFound', 'invalid'];

/** What has come of it. */
const LogsStatus = ({ logs }: { logs: LogsStep }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  switch (logs.step) {
    case 'idle':
      return null;
    case 'failed':
      return findingsOf(logs.error) ||
        SAID_BY_REFUSAL.includes(explainError(logs.error)) ? (
        <Refusal error={logs.error} />
      ) : (
        <Findings sentence={t('dayTwo.logs.failed')} />
      );
    case 'gaveUp':
    case 'notCollected':
      return <Findings sentence={t(`dayTwo.logs.${logs.step}`)} />;
    default:
      return (
        <Typography role="status" variant="body2">
          {logs.step === 'done'
            ? t('dayTwo.logs.done', { fileName: logs.fileName })
            : t(`dayTwo.logs.${logs.step}`)}
        </Typography>
      );
  }
};

/** Has Palette collect a cluster's logs, and saves them as a file. */
export const LogsDialog = ({ cluster, onClose }: DialogProps) => {
  const { uid, name } = cluster.metadata;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const titleId = useId();
  const [lines, setLines] = useState(DEFAULT_LINES);
  const [namespaces, setNamespaces] = useState('');
  const [reason, setReason] = useState('');
  const { logs, start } = useClusterLogs(uid);
  const isBusy = ['ordering', 'collecting', 'loading'].includes(logs.step);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const named = namespaces.split(/[\s,]+/).filter(Boolean);
    start({
      lines,
      ...(named.length > 0 && { namespaces: named }),
      reason: reason.trim() || undefined,
    });
  };
  return (
    <Dialog
      open
      onClose={isBusy ? undefined : onClose}
      aria-labelledby={titleId}
      fullWidth
      maxWidth="sm"
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={titleId}>
          {t('dayTwo.logs.title', { name: isolated(name) })}
        </DialogTitle>
        <DialogContent className={classes.content}>
          <DialogContentText>{t('dayTwo.logs.text')}</DialogContentText>
          <DialogField
            select
            label={t('dayTwo.logs.lines')}
            value={lines}
            disabled={isBusy}
            SelectProps={{ native: true }}
            onChange={event => setLines(Number(event.target.value))}
          >
            {LINES.map(count => (
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          </DialogField>
          <DialogField
            label={t('dayTwo.logs.namespaces')}
            helperText={t('dayTwo.logs.namespacesHint')}
            value={namespaces}
            disabled={isBusy}
            inputProps={{ autoComplete: 'off', spellCheck: false }}
            onChange={event => setNamespaces(event.target.value)}
          />
          <DialogField
            label={t('dayTwo.reason')}
            helperText={t('dayTwo.reasonHint')}
            value={reason}
            disabled={isBusy}
            inputProps={{ maxLength: MAX_REASON }}
            onChange={event => setReason(event.target.value)}
          />
          <LogsStatus logs={logs} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>
            {t(logs.step === 'done' ? 'dayTwo.logs.close' : 'dayTwo.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            disabled={isBusy}
            startIcon={
              isBusy && <CircularProgress size={18} aria-hidden="true" />
            }
          >
            {t('dayTwo.logs.ask')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
