import {
  coreExtensionData,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import { SpectroCloudIcon } from '@terasky/backstage-plugin-spectrocloud-auth';
import { KnownPages } from './routing/KnownPages';
import { rootRouteRef } from './routes';

/** The page with a tab for each sub-page. At addresses below that none of them has, the framework shows its empty frame; here it is the app's 404 page. */
export const palettePage = PageBlueprint.makeWithOverrides({
  *factory(originalFactory, { inputs }) {
    const known = inputs.pages.map(page =>
      page.get(coreExtensionData.routePath),
    );
    const page = originalFactory({
      path: '/palette',
      routeRef: rootRouteRef,
      title: 'Palette',
      icon: <SpectroCloudIcon fontSize="inherit" />,
    });
    for (const data of page) {
      if (data.id !== coreExtensionData.reactElement.id) {
        yield data;
      }
    }
    yield coreExtensionData.reactElement(
      <KnownPages known={known}>
        {page.get(coreExtensionData.reactElement)}
      </KnownPages>,
    );
  },
});
