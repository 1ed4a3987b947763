import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { Problem } from '../lib/Problem.mjs';
import { readManifest } from '../lib/repository.mjs';
import { run } from '../lib/run.mjs';

/** Where the workspaces of an app have their manifests. */
export const WORKSPACES = ['.', 'packages/app', 'packages/backend'];

/** A Backstage app in a folder, as its developer handles it. */
export class FreshApp {
  #folder;
  #env;

  /** `env` is what its Yarn runs with, such as the registry that it installs from. */
  constructor(folder, env) {
    this.#folder = folder;
    this.#env = env;
  }

  path(file) {
    return join(this.#folder, file);
  }

  read(file) {
    return readFileSync(this.path(file), 'utf8');
  }

  write(file, text) {
    writeFileSync(this.path(file), text);
  }

  /** Rewrites a workspace's package.json. */
  changeManifest(workspace, change) {
    const dir = this.path(workspace);
    writeFileSync(
      join(dir, 'package.json'),
      `${JSON.stringify(change(readManifest(dir)), null, 2)}\n`,
    );
  }

  /** The names of what a workspace depends on. */
  dependencies(workspace) {
    return Object.keys(readManifest(this.path(workspace)).dependencies);
  }

  /** How a process runs the Yarn that the app brings. */
  yarnCommand(...args) {
    const { yarnPath } = parse(this.read('.yarnrc.yml'));
    return {
      command: process.execPath,
      args: [this.path(yarnPath), ...args],
      cwd: this.#folder,
      env: { ...this.#env, YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' },
    };
  }

  async yarn(...args) {
    const { command, args: all, ...options } = this.yarnCommand(...args);
    const code = await run(command, all, options);
    if (code !== 0) {
      throw new Problem(`In the fresh app, \`yarn ${args.join(' ')}\` failed.`);
    }
  }
}
