import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import type SvgIcon from '@material-ui/core/SvgIcon';
import CloudOffIcon from '@material-ui/icons/CloudOffOutlined';
import ErrorIcon from '@material-ui/icons/ErrorOutlineOutlined';
import HourglassIcon from '@material-ui/icons/HourglassEmptyOutlined';
import LockIcon from '@material-ui/icons/LockOutlined';
import SearchOffIcon from '@material-ui/icons/HelpOutlineOutlined';
import {
  type ErrorKind,
  explainError,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { spectroCloudTranslationRef } from '../translation';
import { StatePanel } from './StatePanel';

const ICONS: Record<ErrorKind, typeof SvgIcon> = {
  declined: LockIcon,
  forbidden: LockIcon,
  notFound: SearchOffIcon,
  invalid: SearchOffIcon,
  busy: HourglassIcon,
  outage: HourglassIcon,
  unavailable: CloudOffIcon,
  network: CloudOffIcon,
  unknown: ErrorIcon,
};

/** Says what went wrong and what to do, instead of the content. */
export const ErrorState = (props: { error: Error; onRetry: () => void }) => {
  const { error, onRetry } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const kind = explainError(error);
  return (
    <div role="alert">
      <StatePanel
        icon={ICONS[kind]}
        title={t(`error.${kind}Title`)}
        description={kind === 'unknown' ? error.message : t(`error.${kind}`)}
        action={
          <Button variant="contained" color="primary" onClick={onRetry}>
            {kind === 'declined' ? t('error.signIn') : t('common.retry')}
          </Button>
        }
      />
    </div>
  );
};
