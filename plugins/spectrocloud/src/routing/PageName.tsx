import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import type { PropsWithChildren } from 'react';
import { Helmet } from 'react-helmet';
import { configApiRef } from '../coreApiRefs';
import { spectroCloudTranslationRef } from '../translation';
import { frameworkExport } from './frameworkExport';

/** Came with Backstage 1.57; before, headers have no breadcrumbs. */
const BreadcrumbEntry = frameworkExport('BreadcrumbEntry');

/** Names what a page shows, in the browser's title and, where it has an address of its own below a page, in the breadcrumbs. */
export const PageName = (
  props: PropsWithChildren<{
    /** The most special name first, as `payments-prod`, `Clusters`. */
    names: string[];
    /** Left out where the framework has the page's breadcrumb itself. */
    href?: string;
  }>,
) => {
  const { names, href, children } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const appTitle =
    useApi(configApiRef).getOptionalString('app.title') ?? 'Backstage';
  const entry = href ? { label: names[0], href } : undefined;
  return (
    <>
      <Helmet
        // A header's own template would name the plugin first.
        titleTemplate="%s"
        title={[...names, t('page.title'), appTitle].join(' | ')}
      />
      {BreadcrumbEntry && entry ? (
        <BreadcrumbEntry entry={entry}>{children}</BreadcrumbEntry>
      ) : (
        children
      )}
    </>
  );
};
