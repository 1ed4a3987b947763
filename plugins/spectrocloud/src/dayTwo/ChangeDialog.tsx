import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import {
  type ClusterFinding,
  findingsOf,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { readableErrors } from '../components/readableErrors';
import { spectroCloudTranslationRef } from '../translation';
import { DialogField } from './DialogField';
import { Refusal } from './Refusal';
import { type SendChange, useChange } from './useChange';

const MAX_REASON = 500;

const useStyles = makeStyles(theme => ({
  content: readableErrors(theme),
  destructive: {
    backgroundColor: theme.palette.error.dark,
    color: theme.palette.getContrastText(theme.palette.error.dark),
    '&:hover': { backgroundColor: theme.palette.error.dark },
  },
}));

/** What every change asks before it is sent; nothing typed is lost where it fails. */
export const ChangeDialog = (props: {
  title: string;
  confirm: string;
  destructive?: boolean;
  /** Whether there is enough to send. */
  ready: boolean;
  reasonRequired?: boolean;
  wide?: boolean;
  change: (reason: string | undefined) => SendChange;
  onClose: () => void;
  onDone: () => void;
  /** Gets what Palette said of the last try. */
  children: ReactNode | ((findings: ClusterFinding[]) => ReactNode);
}) => {
  const { title, confirm, destructive, ready, reasonRequired, wide } = props;
  const { change, onClose, onDone, children } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const titleId = useId();
  const [reason, setReason] = useState('');
  const { sending, error, send } = useChange(onDone);
  const given = reason.trim() || undefined;
  const canSend = ready && !sending && !(reasonRequired && !given);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (canSend) send(change(given));
  };
  return (
    <Dialog
      open
      onClose={sending ? undefined : onClose}
      aria-labelledby={titleId}
      fullWidth
      maxWidth={wide ? 'md' : 'sm'}
    >
      <form onSubmit={submit} noValidate>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent className={classes.content}>
          {typeof children === 'function'
            ? children((error && findingsOf(error)) ?? [])
            : children}
          <DialogField
            label={t('dayTwo.reason')}
            helperText={t('dayTwo.reasonHint')}
            value={reason}
            required={reasonRequired}
            disabled={sending}
            inputProps={{ maxLength: MAX_REASON }}
            onChange={event => setReason(event.target.value)}
          />
          <Refusal error={error} />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={sending}>
            {t('dayTwo.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color="primary"
            className={destructive && canSend ? classes.destructive : undefined}
            disabled={!canSend}
            startIcon={
              sending && <CircularProgress size={18} aria-hidden="true" />
            }
          >
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
