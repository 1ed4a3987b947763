import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';

import { parse } from 'yaml';

import { Problem } from '../lib/Problem.mjs';
import { ROOT } from '../lib/paths.mjs';
import { applyChange } from './applyChange.mjs';
import { installBlocks } from './installBlocks.mjs';
import { mergeSource } from './mergeSource.mjs';
import { mergeYaml } from './mergeYaml.mjs';

const ADD = /^yarn --cwd (\S+) add (.+)$/;
const INSTALL = /^yarn (install)$/;

/** In the order in which a reader follows them. */
const READMES = [
  'README.md',
  'plugins/spectrocloud-auth/README.md',
  'plugins/spectrocloud/README.md',
  'plugins/spectrocloud-kubernetes-auth-module/README.md',
  'plugins/spectrocloud-auth-backend/README.md',
  'plugins/spectrocloud-backend/README.md',
  'plugins/kubernetes-backend-module-spectrocloud/README.md',
  'plugins/catalog-backend-module-spectrocloud/README.md',
  'plugins/spectrocloud-node/README.md',
  'plugins/scaffolder-backend-module-spectrocloud/README.md',
  'plugins/scaffolder-module-spectrocloud/README.md',
  'plugins/spectrocloud-token-cache/README.md',
  'plugins/spectrocloud-common/README.md',
];

/** The statement that stays the last one. */
const LAST_STATEMENTS = {
  'packages/backend/src/index.ts': 'backend.start();',
};

/** What the old template has in the places of ours. */
const REPLACED = {
  'packages/app/src/App.tsx': [
    /^ *SignInPage,\n/m,
    /^ *SignInPage: .*\n/m,
    /^ *<Route path="\/create".*\n/m,
    /^ *<Route path="\/settings".*\n/m,
  ],
};

/**
 * Follows the READMEs in the fresh app, block by block. `replace` puts the
 * reader's own values in place of the examples'.
 */
export async function applyReadmes(app, { kindOfApp, replace }) {
  if (kindOfApp.frontend === 'old') {
    removeReplaced(app);
  }
  for (const readme of READMES) {
    const markdown = readFileSync(resolve(ROOT, readme), 'utf8');
    for (const block of installBlocks(markdown, kindOfApp)) {
      const step = { ...block, code: replace(block.code) };
      try {
        await apply(app, step);
      } catch (error) {
        throw new Problem(`${readme}:${block.line}: ${error.message}`);
      }
      process.stdout.write(
        `${readme}:${block.line}: ${block.file ?? block.code.trim()}\n`,
      );
    }
  }
}

function removeReplaced(app) {
  for (const [file, patterns] of Object.entries(REPLACED)) {
    app.write(
      file,
      patterns.reduce((text, one) => text.replace(one, ''), app.read(file)),
    );
  }
}

async function apply(app, { language, file, code }) {
  if (language === 'sh') {
    await runCommands(app, code);
    return;
  }
  if (!file) {
    throw new Error('the block names no file in its first line');
  }
  if (language === 'diff') {
    app.write(file, applyChange(app.read(file), code));
  } else if (!existsSync(app.path(file))) {
    mkdirSync(dirname(app.path(file)), { recursive: true });
    app.write(file, code);
  } else if (code.startsWith('---')) {
    // A further document of the file, such as an entity.
    app.write(file, `${app.read(file)}${code}`);
  } else if (extname(file) === '.yaml') {
    app.write(file, mergeYaml(app.read(file), code));
  } else if (extname(file) === '.json') {
    const merged = mergeYaml(app.read(file), code);
    app.write(file, JSON.stringify(parse(merged), null, 2));
  } else {
    const before = LAST_STATEMENTS[file];
    app.write(file, mergeSource(app.read(file), code, { before }));
  }
}

/**
 * All is linked into node_modules once, after the last README, and what an
 * earlier one has added isn't looked up again.
 */
async function runCommands(app, code) {
  for (const line of code.trim().split('\n')) {
    const [, workspace, added] = ADD.exec(line) ?? [];
    const known = workspace ? app.dependencies(workspace) : [];
    const packages = added?.split(' ').filter(name => !known.includes(name));
    if (packages?.length === 0) {
      continue;
    }
    const args = packages
      ? ['--cwd', workspace, 'add', ...packages]
      : INSTALL.exec(line)?.slice(1);
    if (!args) {
      throw new Error(`'${line}' is no command that this check knows`);
    }
    await app.yarn(...args, '--mode=update-lockfile');
  }
}
