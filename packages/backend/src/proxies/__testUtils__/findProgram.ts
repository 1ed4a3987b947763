import { execFileSync } from 'node:child_process';

/** A program on the PATH, or among those for administrators; undefined where there is none. */
export function findProgram(name: string): string | undefined {
  for (const path of [name, `/usr/sbin/${name}`]) {
    try {
      // Both programs print their version and end.
      execFileSync(path, ['-v'], { stdio: 'ignore' });
      return path;
    } catch {
      // Not there.
    }
  }
  return undefined;
}
