import { createHistogram } from 'node:perf_hooks';
import type { BackendFeature } from '@backstage/backend-plugin-api';

const ENVIRONMENT = 'production';

/** Quantiles in ms of so many equal things. */
export interface LookUpTimes {
  p50: number;
  p99: number;
}

/**
 * The benchmark's own plugin in the backend under test: an authenticated route
 * that does nothing, which is what the framework costs, and one that asks for its
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
          tokens: spectroCloudTokenServiceRef,
        },
        async init({ httpAuth, httpRouter, tokens }) {
          const router = express.Router();
          router.get('/empty', (_request, response) => {
            response.json({});
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
