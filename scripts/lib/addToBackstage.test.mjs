import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { addToBackstage, requireBackstage } from './addToBackstage.mjs';

const AUTH = '@terasky/backstage-plugin-spectrocloud-auth';
const COMMON = '@terasky/backstage-plugin-spectrocloud-common';

describe('addToBackstage', () => {
  let folder;
  const write = (workspace, manifest) => {
    mkdirSync(join(folder, workspace), { recursive: true });
    writeFileSync(
      join(folder, workspace, 'package.json'),
      JSON.stringify(manifest),
    );
  };
  const read = workspace =>
    JSON.parse(readFileSync(join(folder, workspace, 'package.json'), 'utf8'));

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'a-backstage-'));
  });

  after(() => rmSync(folder, { recursive: true }));

  it('refuses a folder that is no Backstage app', () => {
    write('.', {});
    assert.throws(
      () => requireBackstage(folder),
      /it has no packages\/backend\/package\.json/,
    );
  });

  it('points every package to its tarball, and adds those of the first step', () => {
    write('.', { name: 'mine', resolutions: { react: '^18' } });
    write('packages/backend', { dependencies: { 'a-first': '1' } });
    write('packages/app', {});
    requireBackstage(folder);
    addToBackstage(folder, {
      tarballs: new Map([
        [AUTH, '/built/auth.tgz'],
        [COMMON, '/built/common.tgz'],
      ]),
      version: () => '1.2.3',
    });
    assert.deepEqual(read('.'), {
      name: 'mine',
      resolutions: {
        react: '^18',
        [AUTH]: 'file:./spectrocloud-packages/auth.tgz',
        [COMMON]: 'file:./spectrocloud-packages/common.tgz',
      },
    });
    assert.deepEqual(Object.entries(read('packages/backend').dependencies), [
      [`${AUTH}-backend`, '^1.2.3'],
      ['@terasky/backstage-plugin-spectrocloud-backend', '^1.2.3'],
      ['a-first', '1'],
    ]);
    assert.deepEqual(read('packages/app').dependencies, {
      '@terasky/backstage-plugin-spectrocloud': '^1.2.3',
      [AUTH]: '^1.2.3',
    });
  });
});
