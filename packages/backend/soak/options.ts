import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';

/** How long, how hard, and in which order of events. */
export interface SoakOptions {
  minutes: number;
  browsers: number;
  /** The same seed chooses the same actions and faults; what meets what is left to the clock. */
  seed: number;
}

/** Reads the command line. @throws Error that names the option */
export function readOptions(args: string[]): SoakOptions {
  const { values } = parseArgs({
    args,
    options: {
      minutes: { type: 'string', default: '10' },
      browsers: { type: 'string', default: '24' },
      seed: { type: 'string', default: String(randomInt(2 ** 31)) },
    },
  });
  return {
    minutes: readNumber('minutes', values.minutes),
    browsers: readNumber('browsers', values.browsers),
    seed: readNumber('seed', values.seed),
  };
}

function readNumber(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) {
    throw new Error(`--${name} takes a number above 0, not "${text}"`);
  }
  return value;
}
