import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@material-ui/core/Box';
import Typography from '@material-ui/core/Typography';
import { explainError } from '@terasky/backstage-plugin-spectrocloud-react';
import { spectroCloudTranslationRef } from '../translation';

export const ActionError = ({ error }: { error?: Error }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  if (!error) {
    return null;
  }
  const kind = explainError(error);
  const reason = kind === 'unknown' ? error.message : t(`error.${kind}`);
  return (
    <Box my={2}>
      <Typography variant="body2" color="error" role="alert">
        {t('session.failed', { reason })}
      </Typography>
    </Box>
  );
};
