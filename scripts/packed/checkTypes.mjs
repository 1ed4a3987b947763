import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Problem } from '../lib/Problem.mjs';
import { bin } from '../lib/paths.mjs';
import { readManifest } from '../lib/repository.mjs';
import { runQuietly } from '../lib/run.mjs';

/** The ways in which installations resolve types: by `typesVersions`, by `exports`. */
const RESOLUTIONS = [
  { module: 'commonjs', moduleResolution: 'node10' },
  { module: 'esnext', moduleResolution: 'bundler' },
];

/** Compiles a program that imports every entry point of every package. */
export async function checkTypes(folder, names) {
  const entryPoints = names.flatMap(name => {
    const { exports } = readManifest(join(folder, 'node_modules', name));
    return Object.keys(exports)
      .filter(path => path !== './package.json')
      .map(path => `${name}${path.slice(1)}`);
  });
  writeFileSync(
    join(folder, 'consumer.ts'),
    entryPoints
      .map((path, i) => `import * as e${i} from '${path}';\nvoid e${i};\n`)
      .join(''),
  );
  for (const resolution of RESOLUTIONS) {
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: {
          ...resolution,
          target: 'es2022',
          lib: ['es2023', 'dom'],
          jsx: 'react-jsx',
          strict: true,
          noEmit: true,
          skipLibCheck: true,
          types: [],
        },
        files: ['consumer.ts'],
      }),
    );
    const { code, stdout } = await runQuietly(bin('tsc'), [], { cwd: folder });
    if (code !== 0) {
      throw new Problem(
        `The packed types can't be used with ${resolution.moduleResolution}:\n${stdout}`,
      );
    }
  }
}
