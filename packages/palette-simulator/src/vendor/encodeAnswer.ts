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
type Encoder = (value: unknown, emptyList: Empty) => unknown;

/** Made once a shape: an answer has tens of thousands of members. */
const encoders = new Map<Shape, Encoder>();

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
  return encoderOf(shape)(value, emptyList);
}

function encoderOf(shape: Shape): Encoder {
  const known = encoders.get(shape);
  if (known) {
    return known;
  }
  // A shape may be a member of itself, so it is there before it is made.
  encoders.set(shape, (value, emptyList) => encoderOf(shape)(value, emptyList));
  const made = makeEncoder(resolveShape(shape));
  encoders.set(shape, made);
  return made;
}

function makeEncoder(shape: Exclude<Shape, `#${string}`>): Encoder {
  if (Array.isArray(shape)) {
    const encodeItem = encoderOf(shape[0]);
    return (value, emptyList) =>
      Array.isArray(value) && value.length > 0
        ? value.map(item => encodeItem(item, emptyList))
        : emptyList;
  }
  if (typeof shape === 'string') {
    return value => value;
  }
  return shape['*'] === undefined
    ? objectEncoder(membersOf(shape))
    : mapEncoder(encoderOf(shape['*']));
}

function mapEncoder(encodeValue: Encoder): Encoder {
  return (value, emptyList) =>
    isRecord(value)
      ? Object.fromEntries(
          Object.entries(value).map(([key, entry]) => [
            key,
            encodeValue(entry, emptyList),
          ]),
        )
      : value;
}

function objectEncoder(members: ReadonlyMap<string, Member>): Encoder {
  const encoded = [...members.values()].map(
    member => [member.name, memberEncoder(member)] as const,
  );
  return (value, emptyList) => {
    if (!isRecord(value)) {
      return value;
    }
    const answer: Record<string, unknown> = {};
    for (const [name, encode] of encoded) {
      const entry = encode(value[name], emptyList);
      if (entry !== undefined) {
        answer[name] = entry;
      }
    }
    for (const name of Object.keys(value)) {
      if (!members.has(name)) {
        answer[name] = value[name];
      }
    }
    return answer;
  };
}

function memberEncoder(member: Member): Encoder {
  const shape = resolveShape(member.shape);
  const encode = encoderOf(member.shape);
  if (Array.isArray(shape)) {
    return member.isLeftOutEmpty
      ? (value, emptyList) =>
          Array.isArray(value) && value.length > 0
            ? encode(value, emptyList)
            : undefined
      : encode;
  }
  if (shape === 'time') {
    return value => value ?? ZERO_TIME;
  }
  if (typeof shape === 'string') {
    return scalarEncoder(shape, member);
  }
  return shape['*'] !== undefined && !member.isRequired
    ? (value, emptyList) =>
        Object.keys(Object(value)).length === 0
          ? undefined
          : encode(value, emptyList)
    : encode;
}

function scalarEncoder(shape: string, member: Member): Encoder {
  const zero = ZEROS[shape.split(':')[0]];
  if (member.isAlwaysSent) {
    return value => value ?? zero;
  }
  return member.isRequired || member.isNullable
    ? value => value
    : value => (value === zero || value === '' ? undefined : value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
