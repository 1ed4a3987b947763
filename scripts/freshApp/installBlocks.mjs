import { codeBlocks } from '../lib/markdown.mjs';

const LANGUAGES = ['sh', 'json', 'ts', 'tsx', 'yaml', 'diff'];
const HEADING = /^(#{1,6})\s+(.+)$/;
const FILE_COMMENT = /^(?:\/\/|#) (\S+\.\w+)\n/;

/** The headings of what is only for some apps. */
const CONDITIONS = [
  [/^New front-end/, ({ frontend }) => frontend === 'new'],
  [/^Old front-end/, ({ frontend }) => frontend === 'old'],
  [/^Before Backstage/, ({ release }) => release === 'oldest'],
];

/**
 * The code blocks below a README's "Install" heading, in their order, as
 * `{ language, file, code, line }`: the file is the one that the block's first
 * line names. What is only for other apps is left out.
 */
export function installBlocks(markdown, kindOfApp) {
  const blocks = LANGUAGES.flatMap(language =>
    codeBlocks(markdown, language).map(block => ({ ...block, language })),
  ).sort((a, b) => a.line - b.line);
  const headings = headingsOf(markdown, blocks);
  return blocks
    .filter(({ line }) => {
      const path = headingPath(headings, line);
      return (
        path.some(title => title.startsWith('Install')) &&
        path.every(title => isFor(kindOfApp, title))
      );
    })
    .map(({ language, code, line }) => {
      const [firstLine, file] = FILE_COMMENT.exec(code) ?? [''];
      return { language, file, code: code.slice(firstLine.length), line };
    });
}

function isFor(kindOfApp, title) {
  return CONDITIONS.every(
    ([pattern, holds]) => !pattern.test(title) || holds(kindOfApp),
  );
}

/** A comment in a block of YAML or shell looks like a heading, too. */
function headingsOf(markdown, blocks) {
  return markdown
    .split('\n')
    .map((text, i) => ({ line: i + 1, match: HEADING.exec(text) }))
    .filter(
      ({ line, match }) =>
        match &&
        !blocks.some(
          block =>
            line > block.line &&
            line <= block.line + block.code.split('\n').length,
        ),
    )
    .map(({ line, match }) => ({
      line,
      level: match[1].length,
      title: match[2],
    }));
}

/** The titles of the sections that a line stands in, the outermost first. */
function headingPath(headings, line) {
  return headings
    .filter(heading => heading.line < line)
    .reduce(
      (path, heading) => [
        ...path.filter(({ level }) => level < heading.level),
        heading,
      ],
      [],
    )
    .map(({ title }) => title);
}
