import { readFileSync } from 'node:fs';

import {
  checkPackage,
  createPackageFromTarballData,
} from '@arethetypeswrong/core';
import { publint } from 'publint';

import { Problem } from '../lib/Problem.mjs';

/** What all packages of Backstage's CLI have, and why it does no harm. */
const EXPLAINED = {
  // The condition 'backstage' names the kind of feature, for the CLI alone to read.
  EXPORTS_VALUE_INVALID: 'publint',
  // ... and stands before 'types', which TypeScript doesn't look for it under.
  EXPORTS_TYPES_SHOULD_BE_FIRST: 'publint',
  // Declarations are there once, for whoever imports and whoever requires.
  TYPES_NOT_EXPORTED: 'publint',
  FallbackCondition: 'attw',
  // Features are default exports of CommonJS, which backend.add(import(…)) unwraps.
  CJS_WITH_ESMODULE_DEFAULT_EXPORT: 'publint',
  CJSOnlyExportsDefault: 'attw',
  // Front ends are bundled; the bundler takes .esm.js for what it is.
  FILE_INVALID_FORMAT: 'publint',
  UnexpectedModuleSyntax: 'attw',
  // Node finds some names of CommonJS only at run time; back ends require it.
  NamedExports: 'attw',
};

async function askPublint(tarball) {
  const { messages } = await publint({
    level: 'warning',
    pack: {
      tarball: tarball.buffer.slice(
        tarball.byteOffset,
        tarball.byteOffset + tarball.length,
      ),
    },
  });
  return messages.map(message => ({
    code: message.code,
    text: JSON.stringify(message),
  }));
}

async function askAttw(tarball) {
  const { types, problems = [] } = await checkPackage(
    createPackageFromTarballData(new Uint8Array(tarball)),
  );
  return types
    ? problems.map(problem => ({
        code: problem.kind,
        text: JSON.stringify(problem),
      }))
    : [{ code: 'no types', text: 'it has no types' }];
}

/**
 * What publint and "Are the types wrong" say of the tarballs has an explanation,
 * and every explanation is still needed.
 */
export async function checkPublished(tarballs) {
  const seen = new Set();
  const unexplained = [];
  for (const [name, file] of tarballs) {
    const tarball = readFileSync(file);
    const found = [...(await askPublint(tarball)), ...(await askAttw(tarball))];
    found.forEach(({ code }) => seen.add(code));
    unexplained.push(
      ...found
        .filter(({ code }) => !(code in EXPLAINED))
        .map(({ code, text }) => `${name}: ${code} ${text}`),
    );
  }
  const outdated = Object.keys(EXPLAINED).filter(code => !seen.has(code));
  if (unexplained.length > 0 || outdated.length > 0) {
    throw new Problem(
      [
        ...unexplained,
        ...outdated.map(code => `${code} is explained and not found any more`),
      ].join('\n'),
    );
  }
}
