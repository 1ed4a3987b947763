import { parseArgs } from 'node:util';

/** What the command line says. */
export interface Options {
  /** Root of the checkout to compare with. */
  other?: string;
  /** Names of benchmarks; all of them when empty. */
  only: string[];
  short: boolean;
  /** Where the figures go as JSON. */
  json?: string;
  /** Folder for CPU profiles of each kind of request. */
  profile?: string;
}

/** Reads the command line. @throws `TypeError` that names what is wrong with it. */
export function readOptions(args: string[]): Options {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true },
      short: { type: 'boolean' },
      json: { type: 'string' },
      profile: { type: 'string' },
    },
  });
  if (positionals.length > 1) {
    throw new TypeError(
      `Name one checkout to compare with, not ${positionals.length}`,
    );
  }
  return {
    other: positionals[0],
    only: values.only ?? [],
    short: values.short ?? false,
    json: values.json,
    profile: values.profile,
  };
}
