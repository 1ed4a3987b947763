import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import CircularProgress from '@material-ui/core/CircularProgress';
import RefreshIcon from '@material-ui/icons/Refresh';
import { spectroCloudTranslationRef } from '../translation';

export const RefreshButton = (props: {
  loading: boolean;
  onClick: () => void;
}) => {
  const { loading, onClick } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <Button
      variant="outlined"
      onClick={onClick}
      disabled={loading}
      startIcon={
        loading ? (
          <CircularProgress size={18} aria-hidden="true" />
        ) : (
          <RefreshIcon />
        )
      }
    >
      {loading ? t('common.refreshing') : t('common.refresh')}
    </Button>
  );
};
