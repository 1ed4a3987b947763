import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { ROOT } from '../lib/paths.mjs';
import { readManifest } from '../lib/repository.mjs';
import { WORKSPACES } from './FreshApp.mjs';
import { backstageDependencies, lockOf } from './lockOf.mjs';
import { readPackages } from './readPackages.mjs';

/**
 * The ends of the support range. The oldest one's version of create-app knows
 * the versions of that release; `tag` names what everybody else gets.
 */
export const RELEASES = {
  oldest: { version: '1.55.0', createApp: '0.9.2' },
  newest: { createApp: 'latest', tag: 'latest' },
  next: { createApp: 'latest', tag: 'next' },
};

/** Makes the app one of that release, in the manifests and in the lockfile. */
export async function pinRelease(app, release) {
  const { version, tag } = RELEASES[release];
  if (tag) {
    await raiseRanges(app, tag);
    // The repository's lockfile, so that only what is new here is looked up.
    app.write('yarn.lock', readFileSync(resolve(ROOT, 'yarn.lock'), 'utf8'));
    return;
  }
  const made = JSON.parse(app.read('backstage.json')).version;
  if (made !== version) {
    throw new Error(`create-app made an app of ${made} instead of ${version}`);
  }
  const lock = await lockOf(backstageRanges(app), packages =>
    readPackages(app, packages, 'name,dependencies'),
  );
  app.write('yarn.lock', lock);
  await app.yarn('install', '--refresh-lockfile', '--mode=update-lockfile');
}

/** What `backstage-cli versions:bump` does, without the site that it asks. */
async function raiseRanges(app, tag) {
  const names = [...new Set(backstageRanges(app).map(([name]) => name))];
  const packages = await readPackages(app, names, 'name,version,dist-tags');
  const versions = new Map(
    packages.map(one => [one.name, one['dist-tags'][tag] ?? one.version]),
  );
  const raise = dependencies =>
    Object.fromEntries(
      Object.entries(dependencies).map(([name, range]) => [
        name,
        versions.has(name) ? `^${versions.get(name)}` : range,
      ]),
    );
  for (const workspace of WORKSPACES) {
    app.changeManifest(workspace, manifest => ({
      ...manifest,
      dependencies: raise(manifest.dependencies ?? {}),
      devDependencies: raise(manifest.devDependencies ?? {}),
    }));
  }
}

function backstageRanges(app) {
  return WORKSPACES.map(workspace => readManifest(app.path(workspace))).flatMap(
    backstageDependencies,
  );
}
