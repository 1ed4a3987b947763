import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { codeBlocks, findLinks, headingAnchors } from './markdown.mjs';

const TEXT = `# A title, with \`code\`

A [link](docs/a.md#part) and an ![image](docs/b.png "title"), \`[no](link)\`.

\`\`\`yaml
a: [x](y.md)
\`\`\`

  \`\`\`yaml entity
  kind: User
  \`\`\`

## A title

[ref]: ./c.md
<img src="d.png">

## A title
`;

describe('findLinks', () => {
  it('finds links, images, references and HTML, but nothing in code', () => {
    assert.deepEqual(findLinks(TEXT), [
      'docs/a.md#part',
      'docs/b.png',
      './c.md',
      'd.png',
    ]);
  });
});

describe('headingAnchors', () => {
  it('spells anchors as GitHub does and numbers repetitions', () => {
    assert.deepEqual(
      [...headingAnchors(TEXT)],
      ['a-title-with-code', 'a-title', 'a-title-1'],
    );
  });
});

describe('codeBlocks', () => {
  it('gives the blocks of a language with their lines, indentation removed', () => {
    assert.deepEqual(codeBlocks(TEXT, 'yaml'), [
      { code: 'a: [x](y.md)\n', info: 'yaml', line: 5 },
      { code: 'kind: User\n', info: 'yaml entity', line: 9 },
    ]);
  });
});
