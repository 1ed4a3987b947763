import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { parse } from 'yaml';

import { mergeYaml } from './mergeYaml.mjs';

const merge = (existing, sample) => parse(mergeYaml(existing, sample));

describe('mergeYaml', () => {
  it('adds keys and keeps those that are there', () => {
    assert.deepEqual(merge('a:\n  b: 1\n', 'a:\n  c: 2\nd: 3\n'), {
      a: { b: 1, c: 2 },
      d: 3,
    });
  });

  it('fills a key that is empty', () => {
    assert.deepEqual(merge('a:\n', 'a:\n  b: 1\n'), { a: { b: 1 } });
  });

  it('adds items to a list, each once', () => {
    const existing = 'a:\n  - name: x\n  - y\n';
    const sample = 'a:\n  - name: x\n  - z\n';
    const once = mergeYaml(existing, sample);
    assert.deepEqual(parse(once), { a: [{ name: 'x' }, 'y', 'z'] });
    assert.equal(mergeYaml(once, sample), once);
  });

  it('takes an item for the one of its name', () => {
    const existing = 'a:\n  - name: x\n    b: 1\n  - name: y\n';
    const sample = 'a:\n  - name: x\n    c: 2\n';
    const merged = {
      a: [{ name: 'x', b: 1, c: 2 }, { name: 'y' }],
    };
    assert.deepEqual(merge(existing, sample), merged);
    assert.deepEqual(merge(mergeYaml(existing, sample), sample), merged);
  });
});
