import { type Member, membersOf, type Shape } from './Shape';
import { resolveShape } from './vendorTable';

/** A time that is not set; never null, never left out. */
export const ZERO_TIME = '0001-01-01T00:00:00.000Z';

const ZEROS: Record<string, unknown> = {
  string: '',
  boolean: false,
  integer: 0,
  number: 0,
};

type Empty = null | [];

/**
 * The value as Palette's Go encoder writes it: an empty list is null, an empty
 * map and a zero are left out unless the description keeps them, and a time is
 * always there. Members that the shape lacks stay, so that a test can see them.
 */
export function encodeAnswer(
  value: unknown,
  shape: Shape,
  emptyList: Empty,
): unknown {
  const resolved = resolveShape(shape);
  if (Array.isArray(resolved)) {
    return Array.isArray(value) && value.length > 0
      ? value.map(item => encodeAnswer(item, resolved[0], emptyList))
      : emptyList;
  }
  if (typeof resolved === 'string' || !isRecord(value)) {
    return value;
  }
  if (resolved['*'] !== undefined) {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [
        key,
        encodeAnswer(entry, resolved['*'], emptyList),
      ]),
    );
  }
  return encodeObject(value, membersOf(resolved), emptyList);
}

function encodeObject(
  value: Record<string, unknown>,
  members: ReadonlyMap<string, Member>,
  emptyList: Empty,
) {
  const encoded: Record<string, unknown> = {};
  for (const [name, member] of members) {
    const entry = encodeMember(value[name], member, emptyList);
    if (entry !== undefined) {
      encoded[name] = entry;
    }
  }
  for (const name of Object.keys(value)) {
    if (!members.has(name)) {
      encoded[name] = value[name];
    }
  }
  return encoded;
}

function encodeMember(value: unknown, member: Member, emptyList: Empty) {
  const shape = resolveShape(member.shape);
  if (Array.isArray(shape)) {
    const isEmpty = !Array.isArray(value) || value.length === 0;
    return isEmpty && member.isLeftOutEmpty
      ? undefined
      : encodeAnswer(value, shape, emptyList);
  }
  if (shape === 'time') {
    return value ?? ZERO_TIME;
  }
  if (typeof shape !== 'string') {
    const isEmptyMap =
      shape['*'] !== undefined && Object.keys(Object(value)).length === 0;
    return isEmptyMap && !member.isRequired
      ? undefined
      : encodeAnswer(value, shape, emptyList);
  }
  return encodeScalar(value, shape, member);
}

function encodeScalar(value: unknown, shape: string, member: Member) {
  const zero = ZEROS[shape.split(':')[0]];
  if (member.isAlwaysSent) {
    return value ?? zero;
  }
  const isZero = value === zero || value === '';
  return isZero && !member.isRequired && !member.isNullable ? undefined : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
