import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  readPaletteEnvironments,
  spectroCloudTokenServiceRef,
} from '@terasky/backstage-plugin-spectrocloud-token-cache';
import spectroCloudPlugin from '../src';
import { SimulatorTokens } from './SimulatorTokens';

/** Who asks, whoever they are: an administrator whom the simulated Palette knows. */
const LOGIN = {
  emailId: 'ada.admin@spectro.example',
  password: 'palette-demo',
};

/**
 * The API alone, with the repository's `app-config.yaml`: it wants the simulated Palette at
 * its address there. Requests need no token, and everything is permitted:
 * `curl http://localhost:7007/api/spectrocloud/clusters`.
 */
const backend = createBackend();

backend.add(mockServices.auth.factory());
backend.add(mockServices.httpAuth.factory());
backend.add(
  mockServices.permissions.factory({ result: AuthorizeResult.ALLOW }),
);
backend.add(
  createServiceFactory({
    service: spectroCloudTokenServiceRef,
    deps: { config: coreServices.rootConfig },
    factory({ config }) {
      const [{ url }] = readPaletteEnvironments(config);
      return new SimulatorTokens({ url, login: LOGIN });
    },
  }),
);
backend.add(spectroCloudPlugin);

backend.start();
