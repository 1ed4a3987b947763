const FENCE = /^( *)(`{3,}|~{3,})([^\n`]*)\n([\s\S]*?)^\1\2[ \t]*$/gm;
const INLINE_CODE = /`[^`\n]*`/g;
const LINK =
  /\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g;
const REFERENCE = /^\s*\[[^\]]+\]:\s*<?([^\s>]+)>?/gm;
const HTML_LINK = /\s(?:href|src)="([^"]+)"/g;

/** The targets of a Markdown text's links and images, code left out. */
export function findLinks(markdown) {
  const prose = withoutCode(markdown);
  return [LINK, REFERENCE, HTML_LINK].flatMap(pattern =>
    [...prose.matchAll(pattern)].map(match => match[1]),
  );
}

/** The anchors that GitHub gives to a Markdown text's headings. */
export function headingAnchors(markdown) {
  const anchors = new Set();
  const seen = new Map();
  for (const [, title] of withoutFences(markdown).matchAll(
    /^#{1,6}\s+(.+?)\s*#*$/gm,
  )) {
    const slug = title
      .toLowerCase()
      .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    anchors.add(count === 0 ? slug : `${slug}-${count}`);
  }
  return anchors;
}

/** The fenced blocks of one language as `{ code, line, info }`. */
export function codeBlocks(markdown, language) {
  return [...markdown.matchAll(FENCE)]
    .filter(match => match[3].trim().split(/\s/)[0] === language)
    .map(match => ({
      code: match[4].replace(new RegExp(`^${match[1]}`, 'gm'), ''),
      info: match[3].trim(),
      line: markdown.slice(0, match.index).split('\n').length,
    }));
}

function withoutFences(markdown) {
  return markdown.replace(FENCE, '');
}

function withoutCode(markdown) {
  return withoutFences(markdown).replace(INLINE_CODE, '');
}
