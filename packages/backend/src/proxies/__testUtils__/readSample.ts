import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const PAGE = resolve(__dirname, '../../../../../docs/proxies.md');

/**
 * The sample configuration of a proxy, as the documentation shows it.
 *
 * @throws Error when the page has none
 */
export function readSample(language: 'nginx' | 'haproxy'): string {
  const page = readFileSync(PAGE, 'utf8');
  const block = new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, 'm').exec(
    page,
  );
  if (!block) {
    throw new Error(`docs/proxies.md has no sample of ${language}`);
  }
  return block[1];
}

/**
 * Puts something else in the place of a text that a sample holds.
 *
 * @throws Error when the sample doesn't hold it any more
 */
export function replaceIn(sample: string, text: string, by: string): string {
  if (!sample.includes(text)) {
    throw new Error(`The sample has no '${text}'`);
  }
  return sample.replaceAll(text, by);
}
