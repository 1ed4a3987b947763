/** What HumanDuration is made of: no keys of their own. */
const DURATION_UNITS = new Set([
  'years',
  'months',
  'weeks',
  'days',
  'hours',
  'minutes',
  'seconds',
  'milliseconds',
]);

/** The keys of a schema of configuration, each with what it is, in the schema's order. */
export function listKeys(schema, path = '', required = false) {
  const here = path
    ? [
        {
          path,
          type: describeType(schema),
          description: oneLine(schema.description),
          secret: schema.visibility === 'secret',
          required,
        },
      ]
    : [];
  return [...here, ...childrenOf(schema).flatMap(child => below(child, path))];
}

function below({ name, schema, required }, path) {
  const separator = name.startsWith('[') || path === '' ? '' : '.';
  return listKeys(schema, `${path}${separator}${name}`, required);
}

function childrenOf(schema) {
  if (isDuration(schema)) {
    return [];
  }
  const alternatives = (schema.anyOf ?? schema.oneOf ?? []).flatMap(childrenOf);
  const properties = Object.entries(schema.properties ?? {}).map(
    ([name, child]) => ({
      name,
      schema: child,
      required: schema.required?.includes(name) ?? false,
    }),
  );
  const others =
    typeof schema.additionalProperties === 'object'
      ? [{ name: '<name>', schema: schema.additionalProperties }]
      : [];
  // What an item is stands at the list itself.
  const items = schema.items
    ? childrenOf(schema.items).map(child => ({
        ...child,
        name: `[].${child.name}`,
      }))
    : [];
  return [...alternatives, ...properties, ...others, ...items];
}

function isDuration(schema) {
  const names = Object.keys(schema.properties ?? {});
  return names.length > 0 && names.every(name => DURATION_UNITS.has(name));
}

function describeType(schema) {
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) {
    const types = [...new Set(alternatives.map(describeType))];
    return types.includes('duration') ? 'duration' : types.join(' or ');
  }
  if (isDuration(schema)) {
    return 'duration';
  }
  if (schema.enum ?? 'const' in schema) {
    return [schema.enum ?? schema.const].flat().map(String).join(', ');
  }
  if (schema.type === 'array') {
    return `list of ${describeType(schema.items ?? {})}s`;
  }
  return [schema.type ?? 'any'].flat().join(' or ');
}

/** As it stands in a cell of a table. */
function oneLine(text = '') {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}

/** The keys as a table of Markdown; parts that only hold others are left out. */
export function configurationTable(keys) {
  const rows = keys
    .filter(({ type, description }) => type !== 'object' || description)
    .map(
      ({ path, type, description, required, secret }) =>
        `| \`${path}\` | ${type}${secret ? ', secret' : ''} | ${
          required ? 'yes' : 'no'
        } | ${description} |`,
    );
  return [
    '| Key | Type | Required | What it does |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
