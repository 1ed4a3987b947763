import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { findingsOf } from '@terasky/backstage-plugin-spectrocloud-common';
import { explainError } from '@terasky/backstage-plugin-spectrocloud-react';
import { usePaletteLinks } from '../../routing/PaletteRouting';
import { spectroCloudTranslationRef } from '../../translation';
import type { CreationState } from './useCreateCluster';

/** Why nothing was created, or that nobody knows: then it isn't tried again before the user has looked. */
export const CreationStatus = (props: {
  state: CreationState;
  onRelease: () => void;
}) => {
  const { state, onRelease } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const { clusters } = usePaletteLinks();
  if (state.step !== 'refused' && state.step !== 'unknown') return null;
  const { error, step } = state;
  const kind = explainError(error);
  // An "invalid" address is none here: it is what was typed.
  const reason =
    kind === 'unknown' || kind === 'invalid'
      ? error.message
      : t(`error.${kind}`);
  if (step === 'refused') {
    return (
      <Typography role="alert" color="error">
        {findingsOf(error)
          ? t('create.refusedFindings')
          : t('create.refused', { reason })}
      </Typography>
    );
  }
  return (
    <div role="alert">
      <Typography color="error">{t('create.unknown', { reason })}</Typography>
      <Link href={clusters} target="_blank" rel="noopener noreferrer">
        {t('create.lookAtList')}
      </Link>{' '}
      <Button size="small" onClick={onRelease}>
        {t('create.isMissing')}
      </Button>
    </div>
  );
};
