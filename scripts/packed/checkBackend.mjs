import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { freePort } from '../lib/freePort.mjs';
import { ROOT } from '../lib/paths.mjs';
import { sampleServices } from '../lib/services.mjs';
import { waitUntilReady } from '../lib/waitUntilReady.mjs';
import { signIn } from './signIn.mjs';

const READY_TIMEOUT_MS = 2 * 60_000;

/**
 * Starts a backend in the fresh installation, with that Node and on that
 * database (`backend.database`), and asks what must answer.
 */
export async function checkBackend(folder, group, { execPath, database }) {
  const [backendPort, palettePort] = await Promise.all([
    freePort(),
    freePort(),
  ]);
  const paletteUrl = `http://localhost:${palettePort}`;
  const backendUrl = `http://localhost:${backendPort}`;
  const issuer = `${paletteUrl}/v1/oidc/tenant/demo`;

  copyFileSync(
    resolve(ROOT, 'scripts/packed/backend.cjs'),
    join(folder, 'backend.cjs'),
  );
  writeFileSync(
    join(folder, 'app-config.yaml'),
    JSON.stringify(
      configuration({ backendUrl, backendPort, paletteUrl, database }),
    ),
  );
  const [simulator] = sampleServices({ watch: false });
  const services = [
    {
      ...simulator,
      env: { PORT: String(palettePort) },
      readyUrl: `${issuer}/.well-known/openid-configuration`,
    },
    {
      name: 'backend',
      title: 'backend',
      command: execPath,
      args: ['backend.cjs', '--config', join(folder, 'app-config.yaml')],
      cwd: folder,
      env: { NODE_ENV: 'production' },
      readyUrl: `${backendUrl}/.backstage/health/v1/readiness`,
    },
  ];
  const giveUp = new AbortController();
  group.on('exit', () => giveUp.abort());
  for (const service of services) {
    group.start(service);
    await waitUntilReady(service, {
      timeoutMs: READY_TIMEOUT_MS,
      signal: giveUp.signal,
    });
  }
  assert.ok(!giveUp.signal.aborted, 'a process ended before it was ready');

  const health = await fetch(`${backendUrl}/api/spectrocloud/health`);
  assert.notEqual(health.status, 404, 'the plugin has no /health');

  const clusters = await fetch(`${backendUrl}/api/spectrocloud/clusters`);
  assert.equal(clusters.status, 401, 'clusters without credentials');

  const handOut = await fetch(
    `${backendUrl}/api/auth/spectrocloud/session-token`,
    { method: 'POST' },
  );
  assert.equal(handOut.status, 401, 'the hand-out without credentials');

  const token = await signIn({
    backendUrl,
    environment: 'production',
    email: 'ada.admin@spectro.example',
  });
  const own = await fetch(`${backendUrl}/api/spectrocloud/clusters`, {
    headers: { authorization: `Bearer ${token}` },
  });
  assert.equal(own.status, 200, 'clusters of a signed-in user');
  assert.notEqual((await own.json()).clusters.length, 0, 'number of clusters');
}

function configuration({ backendUrl, backendPort, paletteUrl, database }) {
  return {
    app: { baseUrl: backendUrl },
    backend: {
      baseUrl: backendUrl,
      listen: { port: backendPort },
      database,
      auth: { keys: [{ secret: 'only-for-this-check' }] },
    },
    auth: {
      environment: 'production',
      providers: {
        spectrocloud: {
          production: {
            authorizationUrl: `${paletteUrl}/v1/oidc/tenant/demo/auth`,
            clientId: 'backstage',
            clientSecret: 'backstage-demo-secret',
            signIn: {
              resolvers: [
                {
                  resolver: 'emailMatchingUserEntityProfileEmail',
                  dangerouslyAllowSignInWithoutUserInCatalog: true,
                },
              ],
            },
          },
        },
      },
    },
    spectrocloud: {
      environments: [{ name: 'demo', url: paletteUrl, tenant: 'demo' }],
      tokenCache: {
        encryptionKeys: ['only for this check, which needs no secret'],
      },
    },
  };
}
