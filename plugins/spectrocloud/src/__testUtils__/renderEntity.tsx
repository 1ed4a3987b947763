import type { Entity } from '@backstage/catalog-model';
import { coreApis } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import type { SpectroCloudApi } from '@terasky/backstage-plugin-spectrocloud-common';
import { spectroCloudPlugin } from '../plugin';
import { type PaletteApiOptions, paletteApis } from './paletteApis';

/** An entity as the catalog has it. */
export function entityOf(
  annotations: Record<string, string>,
  more: Partial<Entity> & { name?: string } = {},
): Entity {
  const { name = 'prod', kind = 'Resource', ...rest } = more;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { namespace: 'default', name, annotations },
    spec: { type: 'kubernetes-cluster' },
    relations: [],
    ...rest,
  };
}

/** Shows the page of the first entity, or a tab of it, in an app with the catalog. */
export function renderEntity(
  entities: Entity[],
  answers: Partial<SpectroCloudApi> = {},
  options: PaletteApiOptions & { tab?: string; spectrocloud?: object } = {},
) {
  const { api, signIn, pairs } = paletteApis(answers, options);
  const [{ kind, metadata }] = entities;
  renderTestApp({
    features: [catalogPlugin, spectroCloudPlugin],
    apis: [
      ...pairs,
      [catalogApiRef, catalogApiMock({ entities })],
      [
        coreApis.appLanguage,
        mockApis.appLanguage({
          defaultLanguage: 'en',
          availableLanguages: ['en', 'de'],
        }),
      ],
    ],
    config: {
      backend: { baseUrl: 'http://backend' },
      spectrocloud: {
        environments: [
          { name: 'demo', consoleUrl: 'https://console.example/' },
        ],
        ...options.spectrocloud,
      },
    },
    initialRouteEntries: [
      `/catalog/default/${kind.toLowerCase()}/${metadata.name}${options.tab ?? ''}`,
    ],
  });
  return { api, signIn };
}
