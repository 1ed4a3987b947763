import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../../..');
const DEBUG_LINE = /ogger\.debug\(\s*`([^`]*)`/g;
const VALUE = /\$\{[^}]*\}/;

/** What the debug lines of the packages say, around the values in them. */
function readDebugLines(): { file: string; words: string }[] {
  return readdirSync(join(ROOT, 'plugins'), {
    encoding: 'utf8',
    recursive: true,
  })
    .filter(file => /^[\w-]+\/src\/.*\.ts$/.test(file))
    .filter(file => !/node_modules|__testUtils__|\.test\.ts$/.test(file))
    .flatMap(file =>
      [
        ...readFileSync(join(ROOT, 'plugins', file), 'utf8').matchAll(
          DEBUG_LINE,
        ),
      ].map(([, template]) => ({
        file,
        words: template
          .split(VALUE)
          .map(words => words.trim())
          .reduce((a, b) => (b.length > a.length ? b : a)),
      })),
    );
}

describe('docs/debug.md', () => {
  it('says what each line at debug means', () => {
    const page = readFileSync(join(ROOT, 'docs/debug.md'), 'utf8').replace(
      /\s+/g,
      ' ',
    );
    const lines = readDebugLines();
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.filter(({ words }) => !page.includes(words))).toEqual([]);
  });
});
