/**
 * What a value looks like by the vendor's API description: a scalar's type with
 * its bounds (`integer:1..50`), `time`, `object`, `enum:a|b`, `#definition`,
 * `[items]`, `{ "*": values }` for a map, or an object by its members.
 *
 * A member's name may end in marks: `!` required, `+` sent although it is zero,
 * `-` a list that is left out when it is empty, `?` zero and absent differ.
 */
export type Shape = string | [Shape] | { [member: string]: Shape };

/** Shapes by the vendor's names. */
export type Definitions = Record<string, Shape>;

/** One operation of the API. */
export interface Endpoint {
  /** The status of what went well. */
  status: number;
  /** None for an answer without a body. */
  answer?: Shape;
  query?: { [name: string]: Shape };
  body?: Shape;
}

/** A member as its marked name says. */
export interface Member {
  name: string;
  isRequired: boolean;
  /** Palette's encoder writes it even when it is zero or empty. */
  isAlwaysSent: boolean;
  isLeftOutEmpty: boolean;
  isNullable: boolean;
  shape: Shape;
}

type ObjectShape = { [member: string]: Shape };

/** What is read from a shape stays true, and is asked for with every answer. */
const known = new WeakMap<ObjectShape, ReadonlyMap<string, Member>>();

/** The members of an object's shape by their names; none for a map. */
export function membersOf(shape: ObjectShape): ReadonlyMap<string, Member> {
  let members = known.get(shape);
  if (!members) {
    members = readMembers(shape);
    known.set(shape, members);
  }
  return members;
}

function readMembers(shape: ObjectShape): ReadonlyMap<string, Member> {
  const members = Object.entries(shape)
    .filter(([marked]) => marked !== '*')
    .map(([marked, member]): [string, Member] => {
      const [, name, marks] = /^(.*?)([!+?-]*)$/.exec(marked)!;
      return [
        name,
        {
          name,
          isRequired: marks.includes('!'),
          isAlwaysSent: marks.includes('+'),
          isLeftOutEmpty: marks.includes('-'),
          isNullable: marks.includes('?'),
          shape: member,
        },
      ];
    });
  return new Map(members);
}
