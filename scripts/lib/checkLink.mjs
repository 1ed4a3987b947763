import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';

import { headingAnchors } from './markdown.mjs';

/** What TechDocs publishes: a relative link from there can't leave it. */
const DOCS = 'docs';

/**
 * What is wrong with a link of a Markdown file, or undefined. A link is checked if it is
 * relative, or leads to the main branch of the repository at the address `repository`.
 * `root` is where that repository is; `file` is the Markdown file's absolute path.
 */
export function checkLink({ root, repository }, file, link) {
  const ownPath = pathInRepository(repository, link);
  if (ownPath) {
    return checkTarget(root, resolve(root, ownPath.path), ownPath);
  }
  if (/^[a-z][a-z+.-]*:/i.test(link)) {
    return undefined;
  }
  const [path, anchor] = link.split('#');
  const target = path ? resolve(dirname(file), decodeURI(path)) : file;
  if (isIn(resolve(root, DOCS), file) && !isIn(resolve(root, DOCS), target)) {
    return `leaves ${DOCS}, so it is dead in TechDocs: write ${repository}/blob/main/…`;
  }
  return checkTarget(root, target, { anchor });
}

function pathInRepository(repository, link) {
  const match = /^\/(blob|tree)\/main\/([^#?]*)(?:#(.*))?$/.exec(
    link.startsWith(repository) ? link.slice(repository.length) : '',
  );
  return (
    match && { kind: match[1], path: decodeURI(match[2]), anchor: match[3] }
  );
}

function checkTarget(root, target, { kind, anchor }) {
  if (!isIn(root, target)) {
    return 'leaves the repository';
  }
  if (!existsSync(target)) {
    return 'leads nowhere';
  }
  const isFile = statSync(target).isFile();
  if (kind && (kind === 'blob') !== isFile) {
    return `leads to a ${isFile ? 'file: blob' : 'folder: tree'} is its word`;
  }
  if (anchor && isFile && target.endsWith('.md')) {
    return headingAnchors(readFileSync(target, 'utf8')).has(anchor)
      ? undefined
      : `names a heading that ${relative(root, target)} does not have`;
  }
  return undefined;
}

function isIn(folder, path) {
  return path === folder || path.startsWith(`${folder}${sep}`);
}
