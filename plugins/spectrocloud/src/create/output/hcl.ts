/** A reference to something else, as `var.pager_key`. */
export interface Reference {
  reference: string;
}

/** A value of HCL, as far as Terraform configurations of clusters have them. */
export type HclValue =
  | string
  | number
  | boolean
  | Reference
  | HclValue[]
  | ReadonlyMap<string, HclValue>;

/** A block of HCL: attributes first, then the blocks inside. */
export interface HclBlock {
  type: string;
  labels?: string[];
  attributes: Array<[name: string, value: HclValue]>;
  blocks?: HclBlock[];
}

const INDENT = '  ';

const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  '"': '\\"',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escapeCharacter(character: string): string {
  return (
    ESCAPES[character] ??
    `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}

/** A quoted string in which nothing is a template any more. */
function quote(text: string): string {
  const escaped = text
    .replace(/["\\\p{Cc}]/gu, escapeCharacter)
    .replace(/([$%])\{/g, '$1$1{');
  return `"${escaped}"`;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How many characters people see, which is what `terraform fmt` counts. */
function widthOf(text: string): number {
  return [...graphemes.segment(text)].length;
}

/** Names one below the other, so that what follows them is, too. */
function pad(name: string, width: number): string {
  return name + ' '.repeat(width - widthOf(name));
}

function isReference(value: HclValue): value is Reference {
  return typeof value === 'object' && 'reference' in value;
}

function render(value: HclValue, indent: string): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value !== 'object') return String(value);
  if (isReference(value)) return value.reference;
  if (Array.isArray(value)) {
    return `[${value.map(item => render(item, indent)).join(', ')}]`;
  }
  const inner = indent + INDENT;
  const names = [...(value as ReadonlyMap<string, HclValue>).entries()].map(
    ([name, item]) => [quote(name), render(item, inner)] as const,
  );
  const width = Math.max(0, ...names.map(([name]) => widthOf(name)));
  const lines = names.map(
    ([name, item]) => `${inner}${pad(name, width)} = ${item}\n`,
  );
  return `{\n${lines.join('')}${indent}}`;
}

/** Names of neighbouring lines are padded to one width, as `terraform fmt` does; a map stands by itself. */
function renderAttributes(
  attributes: HclBlock['attributes'],
  indent: string,
): string[] {
  const isMap = (value: HclValue) => value instanceof Map;
  const plain = attributes.filter(([, value]) => !isMap(value));
  const width = Math.max(0, ...plain.map(([name]) => widthOf(name)));
  const lines = plain.map(
    ([name, value]) =>
      `${indent}${pad(name, width)} = ${render(value, indent)}\n`,
  );
  return [
    ...(lines.length > 0 ? [lines.join('')] : []),
    ...attributes
      .filter(([, value]) => isMap(value))
      .map(([name, value]) => `${indent}${name} = ${render(value, indent)}\n`),
  ];
}

function renderBlock(block: HclBlock, indent: string): string {
  const { type, labels = [], attributes, blocks = [] } = block;
  const inner = indent + INDENT;
  const head = [type, ...labels.map(quote)].join(' ');
  const parts = [
    ...renderAttributes(attributes, inner),
    ...blocks.map(each => renderBlock(each, inner)),
  ];
  return parts.length === 0
    ? `${indent}${head} {\n${indent}}\n`
    : `${indent}${head} {\n${parts.join('\n')}${indent}}\n`;
}

/** A document of HCL, laid out as `terraform fmt` lays it out. */
export function toHcl(blocks: HclBlock[]): string {
  return blocks.map(block => renderBlock(block, '')).join('\n');
}
