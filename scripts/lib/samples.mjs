import { codeBlocks } from './markdown.mjs';

const LANGUAGES = ['ts', 'tsx'];
const UNCHECKED = /^tsx? nocheck(?::\s*(.*))?$/;
const WHERE = /^tsx? in (\S+)$/;

/**
 * The TypeScript blocks of a Markdown text as `{ code, line, language, folder, reason,
 * mistake }`. The info string may go on after the language: `in <folder>` says from where
 * the sample's relative imports lead, `nocheck: <reason>` that it can't be compiled.
 */
export function readSamples(markdown) {
  return LANGUAGES.flatMap(language =>
    codeBlocks(markdown, language).map(block => ({
      code: block.code,
      line: block.line,
      language,
      ...readInfo(block.info, language),
    })),
  ).sort((a, b) => a.line - b.line);
}

function readInfo(info, language) {
  if (info === language) {
    return {};
  }
  const unchecked = UNCHECKED.exec(info);
  if (unchecked) {
    return unchecked[1]
      ? { reason: unchecked[1] }
      : { mistake: "'nocheck' needs its reason: `nocheck: <reason>`" };
  }
  const where = WHERE.exec(info);
  return where
    ? { folder: where[1] }
    : { mistake: `'${info}' is neither 'in <folder>' nor 'nocheck: <reason>'` };
}
