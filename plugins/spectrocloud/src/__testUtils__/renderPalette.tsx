import { coreApis } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';
import { spectroCloudPlugin } from '../plugin';
import { type PaletteApiOptions, paletteApis } from './paletteApis';

/** Whom the app has signed in. */
export const USER = 'user:default/dana';

/** Shows a page of the plugin, in an app of the new front-end system, over an API that answers as given. */
export function renderPalette(
  path: string,
  answers: Partial<SpectroCloudApi> = {},
  options: PaletteApiOptions & {
    language?: string;
    /** `spectrocloud.enablePermissions`. */
    enablePermissions?: boolean;
  } = {},
) {
  const { api, pairs } = paletteApis(answers, options);
  const defaultLanguage = options.language ?? 'en';
  renderTestApp({
    features: [spectroCloudPlugin],
    apis: [
      ...pairs,
      [coreApis.identity, mockApis.identity({ userEntityRef: USER })],
      [
        coreApis.appLanguage,
        mockApis.appLanguage({
          defaultLanguage,
          availableLanguages: ['en', 'de'],
        }),
      ],
    ],
    config: {
      backend: { baseUrl: 'http://backend' },
      spectrocloud: {
        enablePermissions: options.enablePermissions ?? true,
        environments: [{ name: 'demo', consoleUrl: 'https://console.example' }],
      },
    },
    initialRouteEntries: [path],
  });
  return api;
}

/** Pages are loaded on demand, which takes its time in a test. */
export const PATIENT = { timeout: 20_000 };
