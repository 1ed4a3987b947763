import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { BenchmarkContext, Checkout } from './Benchmark';
import { benchmarks } from './benchmarks';
import { readOptions } from './options';
import { PaletteProcess } from './palette/PaletteProcess';
import { describeMachine } from './report/describeMachine';
import { formatSection } from './report/formatSection';
import type { Section } from './report/Section';

const ROOT = resolvePackagePath('benchmarks', '..', '..');
/** Set by `scripts/bench.mjs`. */
const POSTGRES = process.env.BENCHMARK_POSTGRES ?? '';
const SIZE = { projects: 30, clusters: 300 };
const SHORT_SIZE = { projects: 4, clusters: 12 };

const write = (text: string) => process.stdout.write(`${text}\n`);

function describeCheckout(path: string): Checkout {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: path, encoding: 'utf8' }).trim();
  const changed = git('status', '--porcelain') === '' ? '' : '+';
  return { path, name: `${git('rev-parse', '--short', 'HEAD')}${changed}` };
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const known = benchmarks.map(({ name }) => name);
  const unknown = options.only.find(name => !known.includes(name));
  if (unknown) {
    throw new Error(`There is no '${unknown}' among ${known.join(', ')}`);
  }
  const checkouts = [ROOT, ...(options.other ? [resolve(options.other)] : [])];
  if (options.profile) mkdirSync(options.profile, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'benchmarks-'));
  let palette: PaletteProcess | undefined;
  try {
    palette = await PaletteProcess.start({
      ...(options.short ? SHORT_SIZE : SIZE),
      folder,
    });
    const context: BenchmarkContext = {
      checkouts: checkouts.map(describeCheckout),
      postgres: POSTGRES,
      folder,
      short: options.short,
      palette,
      profiles: options.profile && resolve(options.profile),
    };
    const machine = describeMachine();
    const commits = context.checkouts.map(({ name }) => name);
    write(`${commits.join(' beside ')} on ${machine}\n`);
    const sections: Section[] = [];
    for (const { name, run } of benchmarks) {
      if (options.only.length > 0 && !options.only.includes(name)) continue;
      const section = await run(context);
      sections.push(section);
      write(formatSection(section));
    }
    if (options.json) {
      const { short } = options;
      const report = { commits, machine, short, sections };
      writeFileSync(options.json, JSON.stringify(report, undefined, 2));
    }
  } finally {
    await palette?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
