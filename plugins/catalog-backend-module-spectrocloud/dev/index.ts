import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import catalogModuleSpectroCloud from '../src';

/**
 * Palette in a catalog alone, with the repository's `app-config.yaml`: it wants the simulated
 * Palette at its address there, which it reads with the API token that stands beside.
 * Requests need no token, and everything is permitted:
 * `curl 'http://localhost:7007/api/catalog/entities?filter=kind=resource'`.
 */
const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
);
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
// Through it all calls of Palette go.
backend.add(import('@terasky/backstage-plugin-spectrocloud-backend'));
backend.add(catalogModuleSpectroCloud);

backend.start();
