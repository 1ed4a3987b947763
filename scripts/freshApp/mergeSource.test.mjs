import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { mergeSource } from './mergeSource.mjs';

const BACKEND = `import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();
backend.start();
`;
const APP = `import { createApp } from '@backstage/frontend-defaults';

export default createApp({
  features: [navModule],
});
`;

describe('mergeSource', () => {
  it('puts statements before the last one, and imports at the top', () => {
    const sample = `import { a } from 'a';\n\nbackend.add(a);\n`;
    assert.equal(
      mergeSource(BACKEND, sample, { before: 'backend.start();' }),
      `import { a } from 'a';
import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();
backend.add(a);

backend.start();
`,
    );
  });

  it('puts what follows the dots where the sample shows it', () => {
    const sample = `import { palette } from 'palette';

export default createApp({
  features: [
    // … and what you have already
    palette,
  ],
});
`;
    assert.equal(
      mergeSource(APP, sample),
      `import { palette } from 'palette';
import { createApp } from '@backstage/frontend-defaults';

export default createApp({
  features: [
    palette,
navModule],
});
`,
    );
  });

  it('takes all lines of what follows the dots, also those that the file has', () => {
    const existing = 'const apis = [\n  one({\n    a,\n  }),\n];\n';
    const sample = 'const apis = [\n  // …\n  two({\n    a,\n  }),\n];\n';
    const once = mergeSource(existing, sample);
    assert.equal(
      once,
      'const apis = [\n  two({\n    a,\n  }),\n\n  one({\n    a,\n  }),\n];\n',
    );
    assert.equal(mergeSource(once, sample), once);
  });

  it('adds nothing a second time', () => {
    const sample = `import { createBackend, a } from '@backstage/backend-defaults';

backend.add(a);
backend.add(b);
`;
    const once = mergeSource(BACKEND, sample, { before: 'backend.start();' });
    const twice = mergeSource(once, sample, { before: 'backend.start();' });
    for (const text of ['createBackend }', 'backend.add(a);', 'add(b)']) {
      assert.equal(twice.split(text).length, 2, text);
    }
  });

  it('refuses a sample that fits nowhere', () => {
    assert.throws(
      () => mergeSource(APP, 'backend.add(a);', { before: 'backend.start();' }),
      /there is no 'backend.start\(\);' in the file/,
    );
  });
});
