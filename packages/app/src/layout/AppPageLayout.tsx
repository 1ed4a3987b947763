import {
  BreadcrumbEntry,
  coreApis,
  type PageLayoutProps,
  useApi,
  useAppLocation,
  useAppNode,
  useBreadcrumbEntries,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { PageTabs } from './PageTabs';

const Frame = (props: PageLayoutProps) => {
  const { title, icon, titleLink, headerActions, tabs, children } = props;
  const { items } = useBreadcrumbEntries();
  return (
    <>
      <header>
        <PluginHeader
          title={title}
          icon={icon}
          titleLink={titleLink}
          breadcrumbs={items}
          customActions={headerActions}
        />
        {tabs && tabs.length > 0 && <PageTabs label={title} tabs={tabs} />}
      </header>
      <main>{children}</main>
    </>
  );
};

/** Where the page that is being laid out is mounted. */
function useMountPath(): string {
  const { pathname } = useAppLocation();
  const node = useAppNode();
  const { matches } = useApi(coreApis.routeResolution).resolvePath({
    pathname,
    node,
  });
  return matches.at(-1)?.basePath || '/';
}

/**
 * The framework's header over a main landmark. The tabs are links in a
 * navigation, as each leads to a page of its own.
 */
export const AppPageLayout = (props: PageLayoutProps) => {
  const { title, titleLink, noHeader, children } = props;
  const mountPath = useMountPath();
  if (noHeader) {
    return <>{children}</>;
  }
  return (
    <BreadcrumbEntry
      entry={title ? { label: title, href: titleLink ?? mountPath } : undefined}
    >
      <Frame {...props} />
    </BreadcrumbEntry>
  );
};
