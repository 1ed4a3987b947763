/**
 * Publishes the plugins to a registry of its own, makes an app as a newcomer does,
 * follows the READMEs in it, and signs in: what is documented is what is tested.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { ProcessGroup } from './lib/ProcessGroup.mjs';
import { Problem, runMain } from './lib/Problem.mjs';
import { REPORTS_DIR } from './lib/paths.mjs';
import { applyReadmes } from './freshApp/applyReadmes.mjs';
import { checkSignedIn } from './freshApp/checkSignedIn.mjs';
import { countCopies } from './freshApp/countCopies.mjs';
import { createFreshApp } from './freshApp/createFreshApp.mjs';
import { linkAll, pinDependencies } from './freshApp/installApp.mjs';
import { RELEASES, pinRelease } from './freshApp/releases.mjs';
import { freeUrls, startFreshApp } from './freshApp/startFreshApp.mjs';
import { timed } from './freshApp/timed.mjs';
import { publishPlugins } from './registry/publishPlugins.mjs';
import { startRegistry } from './registry/startRegistry.mjs';
import { yarnEnv } from './registry/yarnEnv.mjs';

const USER = { name: 'Ada Admin', email: 'ada.admin@spectro.example' };
/** Sees less at Palette. */
const COLLEAGUE = { name: 'Dana Developer', email: 'dev.dana@acme.example' };

const { release, frontend } = parseArgs({
  options: {
    release: { type: 'string', default: 'newest' },
    frontend: { type: 'string', default: 'new' },
  },
}).values;

await runMain(async () => {
  checkOption('release', release, Object.keys(RELEASES));
  checkOption('frontend', frontend, ['new', 'old']);
  const folder = mkdtempSync(join(tmpdir(), 'fresh-app-'));
  const group = new ProcessGroup();
  let log = '';
  group.on('line', (name, text) => {
    log += `[${name}] ${text}\n`;
  });
  try {
    await check(folder, group);
    return 0;
  } catch (error) {
    process.stderr.write(log);
    throw error;
  } finally {
    await group.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

async function check(folder, group) {
  const urls = await freeUrls();
  const registry = await timed('registry started', () =>
    startRegistry(join(folder, 'registry'), group),
  );
  await timed('packages published', () =>
    publishPlugins(join(folder, 'release'), registry),
  );
  const env = await yarnEnv(join(folder, 'yarn'), registry);
  const app = await timed('app made', () =>
    createFreshApp(folder, {
      createApp: RELEASES[release].createApp,
      frontend,
      env,
    }),
  );
  pinDependencies(app);
  await timed('release chosen', () => pinRelease(app, release));
  await timed('READMEs followed', () =>
    applyReadmes(app, {
      kindOfApp: { frontend, release },
      replace: text => withReadersValues(text, urls),
    }),
  );
  const count = countCopies(app.read('yarn.lock'));
  process.stdout.write(`One copy of each of ${count} Backstage packages\n`);
  await timed('everything linked', () => linkAll(app));
  await timed('types checked', () => app.yarn('tsc'));
  await timed('app started', () => startFreshApp(app, group, urls));
  mkdirSync(REPORTS_DIR, { recursive: true });
  await timed('signed in', () =>
    checkSignedIn(urls, {
      user: USER,
      colleague: COLLEAGUE,
      picture: resolve(REPORTS_DIR, `fresh-app-${release}-${frontend}.png`),
    }),
  );
}

/** What a reader writes in place of the READMEs' examples. */
function withReadersValues(text, { palette }) {
  return text
    .replaceAll(
      'https://console.spectrocloud.com/v1/oidc/tenant/acme',
      `${palette}/v1/oidc/tenant/demo`,
    )
    .replaceAll('https://api.spectrocloud.com', palette)
    .replaceAll('you@example.com', USER.email);
}

function checkOption(name, value, allowed) {
  if (!allowed.includes(value)) {
    throw new Problem(
      `--${name} is one of ${allowed.join(', ')}, and not '${value}'.`,
    );
  }
}
