import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { type ReactNode, useEffect, useRef } from 'react';
import { PageName } from '../routing/PageName';
import { useSubPath } from '../routing/PaletteRouting';
import { useAddressParams } from '../routing/useAddressParams';
import { spectroCloudTranslationRef } from '../translation';
import { LinkButton } from './LinkButton';
import { OneFont } from './OneFont';
import { UnknownPage } from './UnknownPage';

/** A list at the address of a page, and below it the things that are on it, from which a link leads back to the list as it was. */
export const SubPages = (props: {
  base: string;
  /** Of the list; what is below it names itself. */
  title: string;
  list: ReactNode;
  /** Left out where nothing is below the page. */
  one?: (uid: string, back: string) => ReactNode;
}) => {
  const { base, title, list, one } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const [uid, ...more] = useSubPath(base);
  const query = useAddressParams()[0].toString();
  const listQuery = useRef('');
  useEffect(() => {
    if (!uid) listQuery.current = query;
  }, [uid, query]);
  if (more.length > 0 || (uid && !one)) {
    return (
      <PageName names={[t('page.unknownTitle')]}>
        <UnknownPage
          action={<LinkButton href={base}>{t('page.back')}</LinkButton>}
        />
      </PageName>
    );
  }
  const back = listQuery.current ? `${base}?${listQuery.current}` : base;
  return (
    <OneFont>
      {uid && one ? (
        one(uid, back)
      ) : (
        <PageName names={[title]}>{list}</PageName>
      )}
    </OneFont>
  );
};
