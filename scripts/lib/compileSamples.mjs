import { dirname, join, resolve } from 'node:path';

import ts from 'typescript';

/**
 * Compiles samples with the types of the repository at `root`, each as a module of its own,
 * and gives the mistakes as `<file>:<line>: <message>`. A sample is
 * `{ file, line, code, language, folder }`; nothing is written. `ambient` is a file that
 * declares what a sample may use without an import.
 */
export function compileSamples({ root, ambient, samples }) {
  const modules = new Map(
    samples.map(sample => [pathOf(root, sample), sample]),
  );
  const options = readOptions(root);
  const program = ts.createProgram(
    [...modules.keys(), ambient],
    options,
    withFiles(ts.createCompilerHost(options), modules),
  );
  return [...modules].flatMap(([path, sample]) => {
    const source = program.getSourceFile(path);
    return [
      ...program.getSyntacticDiagnostics(source),
      ...program.getSemanticDiagnostics(source),
    ].map(diagnostic => describe(sample, source, diagnostic));
  });
}

/** Beside the Markdown file, from where Node would find the same packages. */
function pathOf(root, { file, line, language, folder }) {
  return join(
    resolve(root, folder ?? dirname(file)),
    `sample-of-${file.replaceAll(/[^\w]/g, '-')}-${line}.${language}`,
  );
}

function readOptions(root) {
  const { config } = ts.readConfigFile(
    resolve(root, 'tsconfig.json'),
    ts.sys.readFile,
  );
  const { options } = ts.parseJsonConfigFileContent(
    { ...config, include: [], files: ['none.ts'] },
    ts.sys,
    root,
  );
  return {
    ...options,
    // A sample may await: the reader puts it into a function.
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    target: ts.ScriptTarget.ES2022,
    noEmit: true,
    incremental: false,
    composite: false,
    declaration: false,
    emitDeclarationOnly: false,
    skipLibCheck: true,
    // A sample shows what is there; whether the reader uses it is theirs.
    noUnusedLocals: false,
    noUnusedParameters: false,
  };
}

function withFiles(host, modules) {
  const { getSourceFile, fileExists, readFile } = host;
  return Object.assign(host, {
    fileExists: path => modules.has(path) || fileExists(path),
    readFile: path => modules.get(path)?.code ?? readFile(path),
    getSourceFile: (path, ...rest) =>
      modules.has(path)
        ? ts.createSourceFile(path, asModule(modules.get(path).code), ...rest)
        : getSourceFile(path, ...rest),
  });
}

/** On the last line, so that no line moves: without it two samples would share names. */
function asModule(code) {
  return `${code}\nexport {};\n`;
}

function describe({ file, line }, source, { start, messageText }) {
  const within = source.getLineAndCharacterOfPosition(start ?? 0).line;
  return `${file}:${line + 1 + within}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
}
