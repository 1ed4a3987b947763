import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import {
  type ErrorKind,
  explainError,
} from '@terasky/backstage-plugin-spectrocloud-react';
import { spectroCloudTranslationRef } from '../translation';
import { ProjectMissingError } from './loadCluster';
import { Notice } from './Notice';
import { SignInRequiredError } from '../QuietPalette';
import { SignInNotice } from './SignInNotice';

/** What an annotation can be blamed for, so that trying again is of no use. */
const OF_THE_ANNOTATION: ErrorKind[] = ['notFound', 'invalid'];

/** One sentence of why a card is empty, and what to do. */
export const LoadFailure = (props: {
  error: Error;
  /** The annotation that names what was looked for. */
  annotation: string;
  onRetry: () => void;
}) => {
  const { error, annotation, onRetry } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  if (error instanceof SignInRequiredError) {
    return <SignInNotice environment={error.environment} />;
  }
  if (error instanceof ProjectMissingError) {
    return <Notice text={t('entity.projectMissing', { annotation })} />;
  }
  const kind = explainError(error);
  if (kind === 'forbidden') {
    return <Notice text={t('error.forbidden')} />;
  }
  if (OF_THE_ANNOTATION.includes(kind)) {
    const message = kind === 'invalid' ? 'entity.invalid' : 'entity.gone';
    return <Notice text={t(message, { annotation })} />;
  }
  return (
    <Notice
      text={kind === 'unknown' ? error.message : t(`error.${kind}`)}
      action={
        <Button variant="outlined" size="small" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      }
    />
  );
};
