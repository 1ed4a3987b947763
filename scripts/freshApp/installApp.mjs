import { cpSync } from 'node:fs';
import { resolve } from 'node:path';

import { ROOT } from '../lib/paths.mjs';
import { readManifest } from '../lib/repository.mjs';

const SQLITE = 'node_modules/better-sqlite3';
const SQLITE_BINARY = `${SQLITE}/build/Release/better_sqlite3.node`;

/** `@yarnpkg/core`, which the CLI of 1.55 brings, asks for a patched `got` that no registry has. */
const PINS = { '@yarnpkg/core/got': '^11.8.6' };

/** Lets the app's own dependencies be had. */
export function pinDependencies(app) {
  app.changeManifest('.', manifest => ({
    ...manifest,
    resolutions: { ...manifest.resolutions, ...PINS },
  }));
}

/** Links everything; SQLite's addon is compiled only where the repository has another version of it. */
export async function linkAll(app) {
  await app.yarn('install', '--mode=skip-build');
  const version = dir => readManifest(dir).version;
  if (version(app.path(SQLITE)) === version(resolve(ROOT, SQLITE))) {
    cpSync(resolve(ROOT, SQLITE_BINARY), app.path(SQLITE_BINARY));
  } else {
    await app.yarn('rebuild', 'better-sqlite3');
  }
}
