import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';

import { ROOT } from '../lib/paths.mjs';
import { readPlugins } from '../lib/repository.mjs';
import { RELEASES } from './releases.mjs';

const NEWEST = JSON.parse(
  readFileSync(resolve(ROOT, 'backstage.json'), 'utf8'),
).version;
const minorOf = version => version.split('.').slice(0, 2).join('.');

describe('the support range', () => {
  it('is the newest minor release and the two before it', () => {
    const [major, minor] = NEWEST.split('.').map(Number);
    assert.equal(minorOf(RELEASES.oldest.version), `${major}.${minor - 2}`);
  });

  it('is stated in every README', () => {
    const range = `Backstage ${minorOf(RELEASES.oldest.version)} to ${minorOf(NEWEST)}`;
    for (const dir of [ROOT, ...readPlugins().map(plugin => plugin.dir)]) {
      const readme = readFileSync(join(dir, 'README.md'), 'utf8');
      assert.ok(readme.includes(range), `${dir} does not say '${range}'`);
    }
  });
});
