import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const PAGE = readFileSync(
  resolve(__dirname, '../../../../../docs/troubleshooting.md'),
  'utf8',
);
const ROW = /^\| ([\w ]+?) +\| (.+?) +\| .+? +\| (.+?) +\|$/gm;
const QUOTED = /`([^`]+)`|"([^"]+)"/g;

interface Row {
  answer: string;
  /** What the answer has in it. */
  texts: string[];
  here: string;
}

/** The rows of docs/troubleshooting.md that say what one provider's refusals mean. */
export class RefusalTable {
  readonly #unmet: Set<Row>;
  readonly #rows: Row[];

  constructor(provider: string) {
    this.#rows = [...PAGE.matchAll(ROW)]
      .filter(([, name]) => name === provider)
      .map(([, , answer, here]) => ({ answer, here, texts: textsOf(answer) }))
      .filter(({ texts }) => texts.length > 0);
    if (this.#rows.length === 0) {
      throw new Error(`The page has no answer of ${provider}`);
    }
    this.#unmet = new Set(this.#rows);
  }

  /**
   * Finds the rows of a refusal, of which there ought to be one.
   *
   * @param seen - a log line, or the provider's own page
   * @param here - what became of it
   * @returns the answers as the page has them
   * @throws Error when it has none
   */
  meet(seen: string, here: string): string[] {
    const found = this.#rows.filter(
      row =>
        row.here.includes(here) && row.texts.every(text => seen.includes(text)),
    );
    if (found.length === 0) {
      throw new Error(`No row says '${here}' of: ${seen}`);
    }
    found.forEach(row => this.#unmet.delete(row));
    return found.map(({ answer }) => answer);
  }

  /** Answers that nothing was seen to have. */
  get unmet(): string[] {
    return [...this.#unmet].map(({ answer, here }) => `${answer} (${here})`);
  }
}

/** A status as the log has it, and what is quoted. */
function textsOf(answer: string): string[] {
  const status = /^\d{3}/.exec(answer)?.[0];
  return [
    ...(status ? [`(status ${status})`] : []),
    ...[...answer.matchAll(QUOTED)].map(([, code, text]) => code ?? text),
  ];
}
