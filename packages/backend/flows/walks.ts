import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');
const PAGE = resolve(ROOT, 'docs/architecture.md');
/** By the repository's address, which check:docs looks at. */
const LINK_TO_SOURCE = /\]\(https:[^)#]+?\/blob\/main\/([^)#]+\.tsx?)\)/g;

/**
 * The source files that a walk in docs/architecture.md names, relative to the
 * repository; none where the page has no such heading.
 */
export function readWalk(heading: string): string[] {
  const sections = readFileSync(PAGE, 'utf8').split(/^#{2,3} /m);
  const section = sections.find(text => text.startsWith(`${heading}\n`)) ?? '';
  const files = [...section.matchAll(LINK_TO_SOURCE)].map(([, file]) => file);
  return [...new Set(files)];
}
