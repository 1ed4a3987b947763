import { type Member, membersOf, type Shape } from '../vendor/Shape';
import { DEFINITIONS } from '../vendor/vendorTable';

/**
 * Where the value is not as the vendor's description says, as a strict decoder
 * sees it: unknown names, and what Palette's encoder always writes and isn't there.
 */
export function findShapeFaults(
  value: unknown,
  shape: Shape,
  path = '',
): string[] {
  if (typeof shape === 'string') {
    return shape.startsWith('#')
      ? findShapeFaults(value, DEFINITIONS[shape.slice(1)], path)
      : checkScalar(value, shape, path);
  }
  if (Array.isArray(shape)) {
    if (value === null) {
      return [];
    }
    return Array.isArray(value)
      ? value.flatMap(item => findShapeFaults(item, shape[0], `${path}[]`))
      : [`${path} is no array`];
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [`${path} is no object`];
  }
  const members = membersOf(shape);
  const missing = [...members.values()]
    .filter(member => isAlwaysThere(member) && !(member.name in value))
    .map(({ name }) => `${path}.${name} is missing`);
  const wrong = Object.entries(value).flatMap(([name, field]) => {
    const expected = members.get(name)?.shape ?? shape['*'];
    return expected === undefined
      ? [`${path}.${name} is unknown`]
      : findShapeFaults(field, expected, `${path}.${name}`);
  });
  return [...missing, ...wrong];
}

function isAlwaysThere(member: Member): boolean {
  return (
    member.isRequired ||
    member.isAlwaysSent ||
    member.shape === 'time' ||
    (Array.isArray(member.shape) && !member.isLeftOutEmpty)
  );
}

function checkScalar(value: unknown, shape: string, path: string): string[] {
  const [type, rest = ''] = shape.split(/:(.*)/s);
  if (type === 'enum') {
    return rest.split('|').includes(String(value))
      ? []
      : [`${path} is '${value}'`];
  }
  const isGood = {
    integer: Number.isInteger(value),
    object: typeof value === 'object' && value !== null,
    time: typeof value === 'string' && !Number.isNaN(Date.parse(value)),
  }[type];
  return (isGood ?? typeof value === type) ? [] : [`${path} is no ${type}`];
}
