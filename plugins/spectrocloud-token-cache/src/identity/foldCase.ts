const NON_ASCII = /\P{ASCII}/gu;
const ASCII = /\p{ASCII}/u;

function foldsToAscii(letter: string): boolean {
  return ASCII.test(letter.toLowerCase()) || ASCII.test(letter.toUpperCase());
}

/**
 * Text for a comparison that ignores case.
 *
 * @returns undefined where folding would turn a letter into an ASCII one, as it does with the
 *   Kelvin sign, the long s and the dotless i: who can choose such a text would pass for another
 * @public
 */
export function foldCase(text: string): string | undefined {
  return text.match(NON_ASCII)?.some(foldsToAscii)
    ? undefined
    : text.toLowerCase();
}
