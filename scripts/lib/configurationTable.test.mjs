import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { configurationTable, listKeys } from './configurationTable.mjs';

const SCHEMA = {
  type: 'object',
  required: ['a'],
  properties: {
    a: {
      type: 'object',
      required: ['secret'],
      properties: {
        secret: {
          type: 'string',
          visibility: 'secret',
          description: 'Seals\n  one | the other.',
        },
        mode: { type: 'string', enum: ['on', 'off'] },
        ttl: {
          anyOf: [
            { type: 'string' },
            { type: 'object', properties: { seconds: { type: 'number' } } },
          ],
        },
      },
      additionalProperties: {
        type: 'object',
        properties: { url: { type: 'string' } },
      },
    },
    list: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name'],
        properties: { name: { type: 'string' } },
      },
    },
  },
};

describe('configurationTable', () => {
  it('lists every key with its type, and what is required', () => {
    assert.deepEqual(
      listKeys(SCHEMA).map(({ path, type, required }) => [
        path,
        type,
        required,
      ]),
      [
        ['a', 'object', true],
        ['a.secret', 'string', true],
        ['a.mode', 'on, off', false],
        ['a.ttl', 'duration', false],
        ['a.<name>', 'object', false],
        ['a.<name>.url', 'string', false],
        ['list', 'list of objects', false],
        ['list[].name', 'string', true],
      ],
    );
  });

  it('writes them as a table, without parts that only hold others', () => {
    assert.equal(
      configurationTable(listKeys(SCHEMA).slice(0, 3)),
      [
        '| Key | Type | Required | What it does |',
        '| --- | --- | --- | --- |',
        '| `a.secret` | string, secret | yes | Seals one \\| the other. |',
        '| `a.mode` | on, off | no |  |',
      ].join('\n'),
    );
  });
});
