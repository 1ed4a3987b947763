/**
 * What a sample may use without importing it, since the file that it belongs to has it
 * already: names of a Backstage app as its template makes it.
 */
import type { Backend } from '@backstage/backend-app-api';
import type {
  AppComponents,
  AppOptions,
  BackstageApp,
  FlatRoutes as FlatRoutesType,
} from '@backstage/core-app-api';
import type {
  AlertDisplay as AlertDisplayType,
  Sidebar as SidebarType,
  SidebarGroup as SidebarGroupType,
  SidebarItem as SidebarItemType,
  SidebarPage as SidebarPageType,
} from '@backstage/core-components';
import type { AnyApiFactory as AnyApiFactoryType } from '@backstage/core-plugin-api';
import type { createApp as createNewApp } from '@backstage/frontend-defaults';
import type {
  EntityLayout as EntityLayoutType,
  EntitySwitch as EntitySwitchType,
} from '@backstage/plugin-catalog';
import type { Grid as GridType, SvgIcon } from '@material-ui/core';
import type { PropsWithChildren as PropsWithChildrenType } from 'react';
import type { Route as RouteType } from 'react-router-dom';

type OldAppOptions = Partial<Omit<AppOptions, 'components'>> & {
  components?: Partial<AppComponents>;
};

declare global {
  /** `packages/backend/src/index.ts` */
  const backend: Backend;

  /** `packages/app/src/App.tsx`, of the new front-end system and of the old one */
  const createApp: typeof createNewApp &
    ((options: OldAppOptions) => BackstageApp);
  const app: BackstageApp;
  const apis: AnyApiFactory[];
  type AnyApiFactory = AnyApiFactoryType;
  const AlertDisplay: typeof AlertDisplayType;
  const FlatRoutes: typeof FlatRoutesType;
  const Route: typeof RouteType;

  /** `packages/app/src/components` of the old front-end system */
  type PropsWithChildren<P> = PropsWithChildrenType<P>;
  const EntityLayout: typeof EntityLayoutType;
  const EntitySwitch: typeof EntitySwitchType;
  const Grid: typeof GridType;
  const MenuIcon: typeof SvgIcon;
  const Sidebar: typeof SidebarType;
  const SidebarGroup: typeof SidebarGroupType;
  const SidebarItem: typeof SidebarItemType;
  const SidebarPage: typeof SidebarPageType;
}
