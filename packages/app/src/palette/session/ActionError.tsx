import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { paletteTranslationRef } from '../translation';

export const ActionError = ({ error }: { error?: Error }) => {
  const { t } = useTranslationRef(paletteTranslationRef);
  return error ? (
    <Typography variant="body2" color="error" role="alert">
      {t('session.failed', { reason: error.message })}
    </Typography>
  ) : null;
};
