import { Problem } from '../lib/Problem.mjs';
import { runQuietly } from '../lib/run.mjs';

/** Asks the registry, through Yarn, for fields of packages (`name` or `name@version`). */
export async function readPackages(app, packages, fields) {
  const { command, args, ...options } = app.yarnCommand(
    ...['npm', 'info', '--json', '--fields', fields, ...packages],
  );
  const { code, stdout, stderr } = await runQuietly(command, args, options);
  if (code !== 0) {
    throw new Problem(`The registry does not answer:\n${stdout}${stderr}`);
  }
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
}
