import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import HelpIcon from '@material-ui/icons/HelpOutlineOutlined';
import type { ReactNode } from 'react';
import { useSubPath } from '../routing/PaletteRouting';
import { spectroCloudTranslationRef } from '../translation';
import { StatePanel } from './StatePanel';

/** A list at the address of a page, and below it the things that are on it. */
export const SubPages = (props: {
  base: string;
  list: ReactNode;
  one: (uid: string) => ReactNode;
}) => {
  const { base, list, one } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const [uid, ...more] = useSubPath(base);
  if (more.length > 0) {
    return (
      <StatePanel
        icon={HelpIcon}
        title={t('page.unknownTitle')}
        description={t('page.unknown')}
        action={<ButtonLink href={base}>{t('page.back')}</ButtonLink>}
      />
    );
  }
  return uid ? one(uid) : list;
};
