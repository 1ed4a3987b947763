import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

import { checkLink } from './checkLink.mjs';

const repository = 'https://git.example/acme/thing';
let root;

before(() => {
  root = mkdtempSync(join(tmpdir(), 'links-'));
  mkdirSync(join(root, 'docs/adr'), { recursive: true });
  writeFileSync(join(root, 'README.md'), '# Thing\n\n## Install\n');
  writeFileSync(join(root, 'docs/index.md'), '# Index\n');
});

after(() => rmSync(root, { recursive: true }));

const fromDocs = link =>
  checkLink({ root, repository }, join(root, 'docs/index.md'), link);
const fromReadme = link =>
  checkLink({ root, repository }, join(root, 'README.md'), link);

describe('checkLink', () => {
  it('takes what resolves', () => {
    assert.equal(fromDocs('#index'), undefined);
    assert.equal(fromDocs('adr'), undefined);
    assert.equal(fromReadme('docs/index.md#index'), undefined);
    assert.equal(fromDocs('https://elsewhere.example/x'), undefined);
  });

  it('finds what leads nowhere', () => {
    assert.equal(fromReadme('docs/none.md'), 'leads nowhere');
    assert.match(fromReadme('docs/index.md#none'), /does not have/);
    assert.equal(fromReadme('../other.md'), 'leaves the repository');
  });

  it('refuses a relative link out of docs', () => {
    assert.match(fromDocs('../README.md'), /dead in TechDocs/);
    assert.match(fromDocs('../../README.md'), /dead in TechDocs/);
  });

  it('looks for what an address in the own repository names', () => {
    const blob = `${repository}/blob/main`;
    assert.equal(fromDocs(`${blob}/README.md#install`), undefined);
    assert.equal(fromDocs(`${repository}/tree/main/docs`), undefined);
    assert.equal(fromDocs(`${repository}/issues`), undefined);
    assert.equal(fromDocs(`${blob}/none.md`), 'leads nowhere');
    assert.match(fromDocs(`${blob}/README.md#none`), /does not have/);
    assert.match(fromDocs(`${blob}/docs`), /tree is its word/);
    assert.equal(fromDocs(`${blob}/../../x`), 'leaves the repository');
  });
});
