/** Longer texts are for pages; who wants a manifest asks for its parts. */
const MAX_TEXT = 1_000;
const MAX_KEY = 100;

/*
 * Who reads an action's output may be a language model, and names, messages and
 * manifests are written by whoever may name a cluster. Control characters, and those
 * that show nothing (joiners, marks of direction, tags, private use), have no use in
 * them but to hide something or to forge the end of a text.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
const INVISIBLE_BUT_LINES =
  /(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** A text as one bounded line. */
export function cleanLine(text: string, maxLength = MAX_TEXT): string {
  const visible = text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(INVISIBLE, '');
  return cut(visible.trim(), maxLength);
}

/** A text of several lines without what doesn't show; not cut. */
export function cleanLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE_BUT_LINES, '');
}

function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  // Not between the halves of a character.
  return `${text.slice(0, maxLength - 1).replace(/\p{Cs}$/u, '')}…`;
}

/** An output whose texts are clean, its fields' names too. */
export function cleanTexts<T>(
  output: T,
  /** Names of fields that hold lines, which their action has cleaned and cut. */
  multiline: readonly string[] = [],
): T {
  return clean(output, new Set(multiline)) as T;
}

function clean(value: unknown, multiline: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return cleanLine(value);
  if (Array.isArray(value)) return value.map(item => clean(item, multiline));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      cleanLine(name, MAX_KEY),
      multiline.has(name) && typeof field === 'string'
        ? cleanLines(field)
        : clean(field, multiline),
    ]),
  );
}
