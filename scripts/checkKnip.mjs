/**
 * Looks with knip, by Backstage's repo tools, for dependencies, files and exports
 * that nothing needs, and for dependencies that aren't declared. The tools write a
 * report beside each manifest; here none may find anything, so none is kept.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { Problem, runMain } from './lib/Problem.mjs';
import { ROOT, bin } from './lib/paths.mjs';
import { readPlugins } from './lib/repository.mjs';
import { runQuietly } from './lib/run.mjs';
import { INFERRED } from './lib/unusedDependencies.mjs';

/** A row of a report: `| name | place | error |`. */
const FINDING = /^\| (?!Name|:)(\S+) .*\|$/gm;

await runMain(async () => {
  const reports = readPlugins().map(({ dir, folder }) => ({
    folder,
    file: join(dir, 'knip-report.md'),
  }));
  try {
    const { code, stdout, stderr } = await runQuietly(
      bin('backstage-repo-tools'),
      ['knip-reports', 'plugins/*'],
      { cwd: ROOT },
    );
    if (code !== 0) {
      throw new Problem(`knip could not be run:\n${stdout}${stderr}`);
    }
    const findings = reports.filter(({ file }) => {
      if (!existsSync(file)) {
        throw new Problem(`knip has not written ${file}`);
      }
      return [...readFileSync(file, 'utf8').matchAll(FINDING)].some(
        ([, name]) => !INFERRED.includes(name),
      );
    });
    for (const { folder, file } of findings) {
      process.stderr.write(`${folder}:\n${readFileSync(file, 'utf8')}\n`);
    }
    process.stdout.write(
      `knip looked at ${reports.length} packages: ${findings.length} with findings\n`,
    );
    return findings.length === 0 ? 0 : 1;
  } finally {
    reports.forEach(({ file }) => rmSync(file, { force: true }));
    rmSync(join(ROOT, 'knip.json'), { force: true });
  }
});
