import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type {
  ProfileChange,
  ProfilesValidation,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { useEffect } from 'react';
import { usePaletteScope } from '../components/PaletteScope';
import { spectroCloudTranslationRef } from '../translation';
import { Findings } from './Findings';
import { RepaveReasons } from './RepaveReasons';

function forecastOf(repave: ProfilesValidation['repave']) {
  if (!repave) return 'dayTwo.mayRepave';
  return repave.required ? 'dayTwo.willRepave' : 'dayTwo.willNotRepave';
}

/** What Palette says that a change of profiles would do, before it is made. */
export const ProfilesForecast = (props: {
  uid: string;
  changes: ProfileChange[];
  /** Told whether Palette accepts it; where it can't be asked, its own refusal will come. */
  onKnown: (accepted: boolean) => void;
}) => {
  const { uid, changes, onKnown } = props;
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const scope = usePaletteScope();
  const { value, error } = useLoad(options =>
    api.validateClusterProfiles(
      uid,
      { profiles: changes },
      { ...options, ...scope },
    ),
  );
  const isAccepted = value?.valid ?? true;
  useEffect(() => onKnown(isAccepted), [onKnown, isAccepted]);
  if (error) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('dayTwo.unchecked')}
      </Typography>
    );
  }
  if (!value) {
    return (
      <Typography variant="body2" role="status">
        {t('dayTwo.checking')}
      </Typography>
    );
  }
  if (!value.valid) return <Findings findings={value.findings} />;
  return (
    <>
      <Typography variant="body2" role="status">
        {t(forecastOf(value.repave))}
      </Typography>
      <RepaveReasons reasons={value.repave?.reasons ?? []} />
    </>
  );
};
