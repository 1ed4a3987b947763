import { EmptyState } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { paletteTranslationRef } from '../translation';
import { explainError } from './explainError';

/** Says what went wrong and what to do, instead of the content. */
export const ErrorState = (props: { error: Error; onRetry: () => void }) => {
  const { error, onRetry } = props;
  const { t } = useTranslationRef(paletteTranslationRef);
  const kind = explainError(error);
  return (
    <div role="alert">
      <EmptyState
        missing="data"
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
