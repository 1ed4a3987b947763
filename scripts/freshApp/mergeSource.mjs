import ts from 'typescript';

const ELLIPSIS = /^( *)(?:\/\/|\{\/\*) …/;

/**
 * What a reader does with a sample of source code: imports go to the others,
 * what follows `…` goes where the sample shows it, other statements go before
 * the given one. What is there already isn't added again.
 */
export function mergeSource(existing, sample, { before } = {}) {
  const { imports, statements } = parse(sample);
  const newImports = imports
    .map(one => withoutKnownNames(one, parse(existing).imports))
    .filter(Boolean);
  const insertions = readInsertions(sample);
  const body =
    insertions.length > 0
      ? insertions.reduce(insert, existing)
      : addStatements(existing, statements, before);
  return [...newImports, body].join('\n');
}

function parse(source) {
  const file = ts.createSourceFile(
    'sample.tsx',
    source,
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const imports = file.statements.filter(ts.isImportDeclaration).map(node => ({
    text: node.getText(),
    from: node.moduleSpecifier.text,
    names: node.importClause?.namedBindings?.elements?.map(e => e.getText()),
  }));
  const statements = file.statements
    .filter(node => !ts.isImportDeclaration(node))
    .map(node => node.getFullText().trim());
  return { imports, statements };
}

/** The import without the names that the file imports from there already. */
function withoutKnownNames({ text, from, names }, existing) {
  const known = existing.filter(one => one.from === from);
  if (!names) {
    return known.some(one => one.text === text) ? undefined : text;
  }
  const missing = names.filter(
    name => !known.some(k => k.names?.includes(name)),
  );
  return missing.length > 0
    ? `import { ${missing.join(', ')} } from '${from}';`
    : undefined;
}

/** For each `…`: the line that it follows, and the lines that follow it. */
function readInsertions(sample) {
  const lines = sample.split('\n');
  return lines.flatMap((line, i) => {
    const [, indent] = ELLIPSIS.exec(line) ?? [];
    if (indent === undefined) {
      return [];
    }
    const rest = lines.slice(i + 1);
    const end = rest.findIndex(text => !text.startsWith(indent));
    return { anchor: lines[i - 1].trim(), lines: rest.slice(0, end) };
  });
}

function insert(source, { anchor, lines }) {
  const at = source.indexOf(anchor);
  if (at < 0) {
    throw new Error(`there is no '${anchor}' in the file`);
  }
  const end = at + anchor.length;
  const text = lines.join('\n');
  return source.includes(text)
    ? source
    : `${source.slice(0, end)}\n${text}\n${source.slice(end)}`;
}

function addStatements(source, statements, before) {
  const missing = statements.filter(text => !source.includes(text));
  if (missing.length === 0) {
    return source;
  }
  const at = source.indexOf(before);
  if (at < 0) {
    throw new Error(`there is no '${before}' in the file`);
  }
  return `${source.slice(0, at)}${missing.join('\n')}\n\n${source.slice(at)}`;
}
