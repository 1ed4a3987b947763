import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import { answerParent } from '../process/answerParent';
import { benchmarkPlugin } from './benchmarkPlugin';
import { emptyCatalog } from './emptyCatalog';
import { createProfiler } from './profiler';
import { usageOfThisProcess } from './usage';

/** Set by `BackendProcess`: the checkout whose packages are under test, and this package. */
const CHECKOUT = process.env.BENCHMARK_CHECKOUT ?? '';
const WITH_CATALOG = process.env.BENCHMARK_WITH_CATALOG === 'true';
const WITH_KUBERNETES = process.env.BENCHMARK_WITH_KUBERNETES === 'true';
const WITH_PALETTE_CLUSTERS =
  process.env.BENCHMARK_WITH_PALETTE_CLUSTERS === 'true';
const WITH_OIDC = process.env.BENCHMARK_WITH_OIDC === 'true';

const BACKEND = join(CHECKOUT, 'packages', 'backend');
const OIDC_MODULE = '@backstage/plugin-auth-backend-module-oidc-provider';

/** All but the benchmark's own plugin comes from the checkout, whatever its age. */
const fromCheckout = createRequire(join(BACKEND, 'package.json'));
const fromHere = createRequire(__filename);

function featureOf(name: string, require = fromCheckout): BackendFeature {
  return require(name).default;
}

/** Older checkouts have them in the sample backend. */
function coreServices(): BackendFeature {
  const former = join(BACKEND, 'src', 'foundation.ts');
  return existsSync(former)
    ? fromCheckout(former).foundation
    : featureOf(
        '@terasky/backstage-plugin-spectrocloud-auth-backend/coreServices',
      );
}

function catalogFeatures(): BackendFeature[] {
  return WITH_CATALOG
    ? [
        featureOf('@backstage/plugin-catalog-backend'),
        featureOf(
          '@terasky/backstage-plugin-catalog-backend-module-spectrocloud',
        ),
      ]
    : [emptyCatalog(fromCheckout)];
}

/**
 * The main file of a backend under test: the sample's sign-in, permissions and
 * Palette API, with an empty catalog or one that is filled from Palette, and without what
 * no request here needs.
 */
async function main(): Promise<void> {
  const { createBackend }: typeof import('@backstage/backend-defaults') =
    fromCheckout('@backstage/backend-defaults');
  const backend = createBackend();
  backend.add(coreServices());
  for (const feature of catalogFeatures()) {
    backend.add(feature);
  }
  for (const name of [
    '@backstage/plugin-permission-backend',
    '@backstage/plugin-permission-backend-module-allow-all-policy',
    '@backstage/plugin-auth-backend',
    '@terasky/backstage-plugin-spectrocloud-auth-backend',
    '@terasky/backstage-plugin-spectrocloud-backend',
  ]) {
    backend.add(featureOf(name));
  }
  if (WITH_KUBERNETES) {
    backend.add(featureOf('@backstage/plugin-kubernetes-backend'));
  }
  if (WITH_PALETTE_CLUSTERS) {
    backend.add(
      featureOf(
        '@terasky/backstage-plugin-kubernetes-backend-module-spectrocloud',
      ),
    );
  }
  if (WITH_OIDC) {
    backend.add(featureOf(OIDC_MODULE, fromHere));
  }
  backend.add(benchmarkPlugin(fromCheckout));
  await backend.start();
  const profiler = createProfiler();
  answerParent({
    ready: true,
    commands: {
      usage: usageOfThisProcess,
      startProfile: profiler.start,
      stopProfile: profiler.stop,
    },
  });
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
