import { NotFoundErrorPage, useRouteRef } from '@backstage/frontend-plugin-api';
import type { PropsWithChildren } from 'react';
import { rootRouteRef } from '../routes';
import { useNewAppSubPath } from './useNewAppSubPath';

/** What is at the address, or the app's 404 page where it names none of the known paths. */
export const KnownPages = (props: PropsWithChildren<{ known: string[] }>) => {
  const { known, children } = props;
  const path = useNewAppSubPath(useRouteRef(rootRouteRef)?.() ?? '').join('/');
  const isKnown = known
    .map(each => each.replace(/^\//, ''))
    .some(each => path === each || path.startsWith(`${each}/`));
  return path && !isKnown ? <NotFoundErrorPage /> : <>{children}</>;
};
