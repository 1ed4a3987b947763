import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { SpectroCloudSessionInfo } from '@terasky/backstage-plugin-spectrocloud-auth';
import { spectroCloudTranslationRef } from '../translation';

/** The browser of a session as people call it, as `Chrome on Linux`. */
export const DeviceName = (props: {
  device: SpectroCloudSessionInfo['device'];
}) => {
  const { browser, system } = props.device ?? {};
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  if (browser && system) {
    return <>{t('session.device', { browser, system })}</>;
  }
  return <>{browser ?? system ?? t('session.unknownDevice')}</>;
};
