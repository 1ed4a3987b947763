/**
 * A shape is a type's name, `enum:a|b`, `#definition`, `[items]`, `{ "*": values }`,
 * or an object whose names end in `!` where the vendor's schema requires them.
 */
export type Shape = string | [Shape] | { [name: string]: Shape };

/** Shapes by the vendor's names. */
export type Definitions = Record<string, Shape>;

/** Where the value is not as the vendor's schema says; unknown names are faults. */
export function findShapeFaults(
  value: unknown,
  shape: Shape,
  definitions: Definitions,
  path = '',
): string[] {
  if (typeof shape === 'string') {
    return shape.startsWith('#')
      ? findShapeFaults(value, definitions[shape.slice(1)], definitions, path)
      : checkScalar(value, shape, path);
  }
  if (Array.isArray(shape)) {
    return Array.isArray(value)
      ? value.flatMap(item =>
          findShapeFaults(item, shape[0], definitions, `${path}[]`),
        )
      : [`${path} is no array`];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [`${path} is no object`];
  }
  const missing = Object.keys(shape)
    .filter(name => name.endsWith('!') && !(name.slice(0, -1) in value))
    .map(name => `${path}.${name.slice(0, -1)} is missing`);
  const wrong = Object.entries(value).flatMap(([name, field]) => {
    const expected = shape[name] ?? shape[`${name}!`] ?? shape['*'];
    return expected === undefined
      ? [`${path}.${name} is unknown`]
      : findShapeFaults(field, expected, definitions, `${path}.${name}`);
  });
  return [...missing, ...wrong];
}

function checkScalar(value: unknown, shape: string, path: string): string[] {
  if (shape.startsWith('enum:')) {
    return shape.slice('enum:'.length).split('|').includes(String(value))
      ? []
      : [`${path} is '${value}'`];
  }
  const isGood = {
    integer: Number.isInteger(value),
    object: typeof value === 'object' && value !== null,
  }[shape];
  return (isGood ?? typeof value === shape) ? [] : [`${path} is no ${shape}`];
}
