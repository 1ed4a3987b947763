import { useTranslationRef } from '@backstage/frontend-plugin-api';
import HelpIcon from '@material-ui/icons/HelpOutlineOutlined';
import type { ReactNode } from 'react';
import { spectroCloudTranslationRef } from '../translation';
import { StatePanel } from './StatePanel';

/** Stands where the address names nothing, with the way to something. */
export const UnknownPage = ({ action }: { action: ReactNode }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <StatePanel
      icon={HelpIcon}
      title={t('page.unknownTitle')}
      description={t('page.unknown')}
      action={action}
    />
  );
};
