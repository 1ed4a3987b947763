/** Letters that are read from right to left, and marks that turn the direction of what follows. */
const TURNS =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\u200f\u202a-\u202e\u2066-\u2069]/u;

const FIRST_STRONG_ISOLATE = '\u2068';
const POP_DIRECTIONAL_ISOLATE = '\u2069';

/** A name as part of a sentence, whose own words it leaves in their order (Unicode Standard Annex #9). */
export function isolated(name: string): string {
  return TURNS.test(name)
    ? `${FIRST_STRONG_ISOLATE}${name}${POP_DIRECTIONAL_ISOLATE}`
    : name;
}
