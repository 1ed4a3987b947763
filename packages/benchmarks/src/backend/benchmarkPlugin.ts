import { createHistogram } from 'node:perf_hooks';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import { Pool } from 'undici';

const ENVIRONMENT = 'production';

/** Quantiles in ms of so many equal things. */
export interface LookUpTimes {
  p50: number;
  p99: number;
}

/** Takes a session token of Palette's to the route that reads without a look at anything. */
export const PALETTE_TOKEN_HEADER = 'x-benchmark-palette-token';

/**
 * The benchmark's own plugin in the backend under test: an authenticated route
 * that does nothing, which is what the framework costs; one that reads a cluster and
 * passes its bytes on; one that parses it and writes it again, which is what any route
 * of Palette's costs that looks at what it passes on; and one that asks for its
 * caller's token many times.
 */
export function benchmarkPlugin(fromCheckout: NodeJS.Require): BackendFeature {
  const {
    coreServices,
    createBackendPlugin,
  }: typeof import('@backstage/backend-plugin-api') = fromCheckout(
    '@backstage/backend-plugin-api',
  );
  const express: typeof import('express') = fromCheckout('express');
  const {
    spectroCloudTokenServiceRef,
  }: typeof import('@terasky/backstage-plugin-spectrocloud-token-cache') =
    fromCheckout('@terasky/backstage-plugin-spectrocloud-token-cache');
  return createBackendPlugin({
    pluginId: 'benchmark',
    register(env) {
      env.registerInit({
        deps: {
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          config: coreServices.rootConfig,
          tokens: spectroCloudTokenServiceRef,
        },
        async init({ httpAuth, httpRouter, config, tokens }) {
          const router = express.Router();
          router.get('/empty', (_request, response) => {
            response.json({});
          });
          const [environment] = config.getConfigArray(
            'spectrocloud.environments',
          );
          const palette = new Pool(environment.getString('url'));
          const read = async (request: Request) => {
            const { body } = await palette.request({
              method: 'GET',
              path: `/v1/dashboard/spectroclusters/${request.params.uid}`,
              headers: { authorization: request.header(PALETTE_TOKEN_HEADER) },
            });
            return body;
          };
          router.get('/clusters/:uid/bytes', async (request, response) => {
            const bytes = await (await read(request)).arrayBuffer();
            response.type('application/json').send(Buffer.from(bytes));
          });
          router.get('/clusters/:uid', async (request, response) => {
            response.json(await (await read(request)).json());
          });
          router.get('/look-ups/:count', async (request, response) => {
            const credentials = await httpAuth.credentials(request);
            const histogram = createHistogram();
            for (let left = Number(request.params.count); left > 0; left--) {
              const startedAt = process.hrtime.bigint();
              await tokens.getSessionToken({
                credentials,
                environment: ENVIRONMENT,
              });
              histogram.record(process.hrtime.bigint() - startedAt);
            }
            const times: LookUpTimes = {
              p50: histogram.percentile(50) / 1e6,
              p99: histogram.percentile(99) / 1e6,
            };
            response.json(times);
          });
          httpRouter.use(router);
        },
      });
    },
  });
}
