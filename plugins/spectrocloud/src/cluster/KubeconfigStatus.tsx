import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { explainError } from '@terasky/backstage-plugin-spectrocloud-react';
import { spectroCloudTranslationRef } from '../translation';
import type { Download } from './useKubeconfig';

/** Tells how the download goes, also to screen readers. */
export const KubeconfigStatus = ({ download }: { download: Download }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  if (download.step === 'failed') {
    const kind = explainError(download.error);
    const reason =
      kind === 'unknown' ? download.error.message : t(`error.${kind}`);
    return (
      <Typography variant="body2" color="error" role="alert">
        {t('kubeconfig.failed', { reason })}
      </Typography>
    );
  }
  return (
    <Typography variant="body2" color="textSecondary" role="status">
      {download.step === 'loading' && t('kubeconfig.downloading')}
      {download.step === 'done' &&
        [
          t('kubeconfig.done', { fileName: download.fileName }),
          download.shared && t('kubeconfig.shared'),
        ]
          .filter(Boolean)
          .join(' ')}
    </Typography>
  );
};
