import schema from './terraformSchema.json';

interface BlockSchema {
  attributes: Record<string, string>;
  blocks: Record<string, BlockSchema & { min: number; max: number }>;
}

const RESOURCES = schema as unknown as Record<string, BlockSchema>;

type Parsed = Record<string, unknown>;

/** A reference may be of any type. */
const isReference = (value: unknown) =>
  typeof value === 'string' && /^\$\{var\.\w+\}$/.test(value);

function hasType(value: unknown, type: string): boolean {
  if (isReference(value)) return true;
  const [outer, ...rest] = type.split(' of ');
  const inner = rest.join(' of ');
  switch (outer) {
    case 'list':
    case 'set':
      return Array.isArray(value) && value.every(each => hasType(each, inner));
    case 'map':
      return (
        typeof value === 'object' &&
        value !== null &&
        Object.values(value).every(each => hasType(each, inner))
      );
    case 'bool':
      return typeof value === 'boolean';
    default:
      return typeof value === outer;
  }
}

function faultsIn(at: string, parsed: Parsed, block: BlockSchema): string[] {
  const faults: string[] = [];
  for (const [name, value] of Object.entries(parsed)) {
    const attribute = block.attributes[name]?.replace('!', '');
    const inner = block.blocks[name];
    if (attribute && !hasType(value, attribute)) {
      faults.push(`${at}.${name} should be ${attribute}`);
    } else if (!attribute && !inner) {
      faults.push(`${at}.${name} is unknown`);
    }
  }
  for (const [name, type] of Object.entries(block.attributes)) {
    if (type.endsWith('!') && parsed[name] === undefined) {
      faults.push(`${at}.${name} is missing`);
    }
  }
  for (const [name, inner] of Object.entries(block.blocks)) {
    const given = (parsed[name] ?? []) as Parsed[];
    if (given.length < inner.min) faults.push(`${at}.${name}: too few`);
    if (inner.max > 0 && given.length > inner.max) {
      faults.push(`${at}.${name}: too many`);
    }
    given.forEach((each, index) =>
      faults.push(...faultsIn(`${at}.${name}[${index}]`, each, inner)),
    );
  }
  return faults;
}

/** What the provider's schema says against a configuration, as the HCL library has parsed it. */
export function terraformFaults(parsed: Parsed): string[] {
  const resources = parsed.resource as Record<string, Record<string, Parsed[]>>;
  return Object.entries(resources).flatMap(([type, named]) => {
    const known = RESOURCES[type];
    return known
      ? Object.values(named).flatMap(([body]) => faultsIn(type, body, known))
      : [`${type} is unknown`];
  });
}
