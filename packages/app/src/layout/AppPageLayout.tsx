import {
  BreadcrumbEntry,
  type PageLayoutProps,
  useBreadcrumbEntries,
} from '@backstage/frontend-plugin-api';
import { PluginHeader } from '@backstage/ui';
import { useResolvedPath } from 'react-router-dom';
import { PageTabs } from './PageTabs';

const Frame = (props: PageLayoutProps & { basePath: string }) => {
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
        {tabs && tabs.length > 0 && (
          <PageTabs label={title} tabs={tabs} basePath={props.basePath} />
        )}
      </header>
      <main>{children}</main>
    </>
  );
};

/**
 * The framework's header over a main landmark. The tabs are links in a
 * navigation, as each leads to a page of its own.
 */
export const AppPageLayout = (props: PageLayoutProps) => {
  const { title, titleLink, noHeader, children } = props;
  const basePath = useResolvedPath('.').pathname.replace(/\/$/, '');
  if (noHeader) {
    return <>{children}</>;
  }
  const frame = <Frame {...props} basePath={basePath} />;
  return title ? (
    <BreadcrumbEntry
      entry={{ label: title, href: titleLink ?? (basePath || '/') }}
    >
      {frame}
    </BreadcrumbEntry>
  ) : (
    frame
  );
};
