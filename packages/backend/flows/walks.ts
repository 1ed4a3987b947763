import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');
const PAGE = resolve(ROOT, 'docs/architecture.md');
const LINK_TO_SOURCE = /\]\((\.\.\/[^)#]+\.tsx?)\)/g;

/**
 * The source files that a walk in docs/architecture.md names, relative to the
 * repository; none where the page has no such heading.
 */
export function readWalk(heading: string): string[] {
  const sections = readFileSync(PAGE, 'utf8').split(/^#{2,3} /m);
  const section = sections.find(text => text.startsWith(`${heading}\n`)) ?? '';
  const files = [...section.matchAll(LINK_TO_SOURCE)].map(([, link]) =>
    relative(ROOT, resolve(PAGE, '..', link)),
  );
  return [...new Set(files)];
}
