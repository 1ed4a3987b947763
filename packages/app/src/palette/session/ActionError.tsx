import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { explainError } from '../components/explainError';
import { paletteTranslationRef } from '../translation';

export const ActionError = ({ error }: { error?: Error }) => {
  const { t } = useTranslationRef(paletteTranslationRef);
  if (!error) {
    return null;
  }
  const kind = explainError(error);
  const reason = kind === 'unknown' ? error.message : t(`error.${kind}`);
  return (
    <Typography variant="body2" color="error" role="alert">
      {t('session.failed', { reason })}
    </Typography>
  );
};
