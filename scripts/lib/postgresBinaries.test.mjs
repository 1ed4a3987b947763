import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { Problem } from './Problem.mjs';
import { findInstalledPostgres, serverUser } from './postgresBinaries.mjs';

/** A folder with programs that only tell their version. */
function server(version, names = ['initdb', 'postgres']) {
  const folder = mkdtempSync(join(tmpdir(), 'server-'));
  for (const name of names) {
    writeFileSync(
      join(folder, name),
      `#!/bin/sh\necho "${name} (PostgreSQL) ${version}"\n`,
    );
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

function passwd(...lines) {
  const file = join(mkdtempSync(join(tmpdir(), 'passwd-')), 'passwd');
  writeFileSync(file, lines.join('\n'));
  return file;
}

describe('findInstalledPostgres', () => {
  it('takes the newest', async () => {
    const newest = server('18.4 (Debian 18.4-1)');
    const folders = [server('15.18'), newest, server('17beta1')];
    assert.equal(await findInstalledPostgres(folders), newest);
  });

  it('passes over those that are too old or only a client', async () => {
    const folders = [server('14.20'), server('16.1', ['psql']), '/nowhere'];
    assert.equal(await findInstalledPostgres(folders), undefined);
  });
});

describe('serverUser', () => {
  const ROOT = 'root:x:0:0:root:/root:/bin/sh';
  const NOBODY = 'nobody:x:65534:65533:nobody:/:/usr/sbin/nologin';
  const POSTGRES = 'postgres:x:105:114::/var/lib/postgresql:/bin/bash';

  it('is the user of this process, unless that is root', () => {
    assert.deepEqual(serverUser(1000), {});
  });

  it('is postgres for root', () => {
    assert.deepEqual(serverUser(0, passwd(ROOT, NOBODY, POSTGRES)), {
      uid: 105,
      gid: 114,
    });
  });

  it('is nobody for root where there is no postgres', () => {
    assert.deepEqual(serverUser(0, passwd(ROOT, NOBODY)), {
      uid: 65534,
      gid: 65533,
    });
  });

  it('says what is missing where there is neither', () => {
    assert.throws(() => serverUser(0, passwd(ROOT)), Problem);
  });
});
