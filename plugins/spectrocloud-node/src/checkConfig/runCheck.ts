import { readFileSync } from 'node:fs';
import { stringifyError } from '@backstage/errors';
import { parse } from 'yaml';
import type { Advice } from './Advice';
import { checkConfig } from './checkConfig';

const USAGE =
  'Usage: spectrocloud-check-config app-config.yaml [app-config.production.yaml …]\n';

function print({ kind, key, text }: Advice): string {
  const [first, ...others] = text.trimEnd().split('\n');
  return [
    `${kind}  ${key}: ${first}`,
    ...others.map(line => (line ? `    ${line}` : '')),
  ]
    .join('\n')
    .concat('\n');
}

/** Lays a file over those before it, as Backstage does: lists are replaced. */
function merge(base: unknown, over: unknown): unknown {
  const isPart = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  return isPart(base) && isPart(over)
    ? Object.fromEntries(
        [...new Set([...Object.keys(base), ...Object.keys(over)])].map(key => [
          key,
          key in over ? merge(base[key], over[key]) : base[key],
        ]),
      )
    : over;
}

/**
 * Checks app-config files, laid over each other in their order, and writes what to
 * change. Secrets are not written.
 *
 * @returns the exit code: 1 if something has to change, 2 if a file can't be read
 * @public
 */
export function runCheck(
  files: string[],
  write: (text: string) => void,
): number {
  if (files.length === 0) {
    write(USAGE);
    return 2;
  }
  let config: unknown = {};
  for (const file of files) {
    try {
      config = merge(config, parse(readFileSync(file, 'utf8')) ?? {});
    } catch (error) {
      write(`${file} can't be read: ${stringifyError(error)}\n`);
      return 2;
    }
  }
  const advice = checkConfig(config);
  advice.forEach(one => write(print(one)));
  const changes = advice.filter(({ kind }) => kind === 'change').length;
  write(
    changes === 0
      ? 'Nothing has to change.\n'
      : `${changes} keys have to change.\n`,
  );
  return changes === 0 ? 0 : 1;
}
