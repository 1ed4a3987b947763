import { resolve } from 'node:path';

import { ROOT, bin } from './paths.mjs';

const NODE_TRANSFORM = '@backstage/cli/config/nodeTransform.cjs';

/**
 * The three processes of the sample, in the order in which they start.
 *
 * With `watch`, the backend runs under the Backstage CLI, which restarts it
 * when a file changes, and survives its crash; without, the backend's own end
 * is seen.
 */
export function sampleServices({ watch }) {
  return [
    {
      name: 'simulator',
      title: 'Palette simulator',
      port: 7020,
      cwd: resolve(ROOT, 'packages/palette-simulator'),
      command: process.execPath,
      args: ['--require', NODE_TRANSFORM, 'src/main.ts'],
      // The same after a restart, so that a backend notices that its certificate is another.
      env: { KUBERNETES_PORT: '7022' },
      readyUrl:
        'http://localhost:7020/v1/oidc/tenant/demo/.well-known/openid-configuration',
    },
    {
      name: 'backend',
      title: 'backend',
      port: 7007,
      cwd: resolve(ROOT, 'packages/backend'),
      env: { NODE_ENV: 'development' },
      ...(watch
        ? { command: bin('backstage-cli'), args: ['package', 'start'] }
        : {
            command: process.execPath,
            args: [
              '--enable-source-maps',
              '--require',
              NODE_TRANSFORM,
              'src/index.ts',
            ],
          }),
      readyUrl: 'http://localhost:7007/.backstage/health/v1/readiness',
    },
    {
      name: 'app',
      title: 'app',
      port: 3000,
      cwd: resolve(ROOT, 'packages/app'),
      env: { BROWSER: 'none' },
      command: bin('backstage-cli'),
      args: ['package', 'start'],
      readyUrl: 'http://localhost:3000/',
    },
  ];
}
