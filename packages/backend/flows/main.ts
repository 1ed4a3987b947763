import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { CEILINGS, type FlowName, MAX_LINES } from './ceilings';
import { measureFlows } from './measureFlows';
import { readWalk } from './walks';

/*
 * Counts the files that run for one sign-in, refresh, sign-out or read, and
 * fails where there are more than a reader should have to open, or where the
 * walk in docs/architecture.md names others. `--files` lists them. Run it with
 * `yarn check:flows`.
 */

const ROOT = resolve(__dirname, '../../..');

function countLines(file: string): number {
  return readFileSync(resolve(ROOT, file), 'utf8').split('\n').length - 1;
}

/** The files that raise a flow's ceiling. */
function raisersOf(name: FlowName): string[] {
  return Object.keys(CEILINGS[name].raisedFor ?? {});
}

/** Those that have to stay below the ceiling. */
function ownOf(name: FlowName, files: string[]): string[] {
  const raisers = raisersOf(name);
  return files.filter(file => !raisers.includes(file));
}

/** What is wrong with one flow, a sentence each. */
function findFaults(name: FlowName, files: string[]): string[] {
  const ceiling = CEILINGS[name];
  const raisers = raisersOf(name);
  const faults = [
    ...files
      .filter(file => countLines(file) > MAX_LINES)
      .map(file => `${file} has more than ${MAX_LINES} lines`),
    ...raisers
      .filter(file => !files.includes(file))
      .map(file => `the ceiling is raised for ${file}, which doesn't run`),
  ];
  if (ownOf(name, files).length > ceiling.files) {
    faults.push(
      `more than ${ceiling.files} files run, beside those that raise the ceiling`,
    );
  }
  if (!ceiling.walk) {
    return faults;
  }
  const walk = readWalk(ceiling.walk.heading);
  if (walk.length === 0 || walk.length > ceiling.walk.files) {
    faults.push(
      `the walk names ${walk.length} files, 1 to ${ceiling.walk.files} are allowed`,
    );
  }
  const strangers = walk.filter(file => !files.includes(file));
  return [
    ...faults,
    ...strangers.map(file => `the walk names ${file}, which doesn't run`),
  ];
}

function print(name: FlowName, files: string[], faults: string[]): void {
  const own = ownOf(name, files);
  const raised =
    own.length < files.length
      ? `, and ${files.length - own.length} that raise it`
      : '';
  process.stdout.write(
    `${name.padEnd(26)}${own.length} files of at most ${CEILINGS[name].files}${raised}\n`,
  );
  if (process.argv.includes('--files')) {
    const { raisedFor = {} } = CEILINGS[name];
    own.forEach(file => process.stdout.write(`    ${file}\n`));
    Object.entries(raisedFor).forEach(([path, why]) =>
      process.stdout.write(`  + ${path}: ${why}\n`),
    );
  }
  faults.forEach(fault => process.stdout.write(`    FAULT: ${fault}\n`));
}

async function main(): Promise<number> {
  let faultCount = 0;
  for (const [name, files] of await measureFlows()) {
    const faults = findFaults(name, files);
    faultCount += faults.length;
    print(name, files, faults);
  }
  return faultCount === 0 ? 0 : 1;
}

main().then(
  code => process.exit(code),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
