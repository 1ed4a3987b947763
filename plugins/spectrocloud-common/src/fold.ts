const NON_ASCII = /\P{ASCII}/u;
const EACH_NON_ASCII = /\P{ASCII}/gu;
const ASCII = /\p{ASCII}/u;
const A_LABEL_PREFIX = 'xn--';
/** What ends a host or makes it another kind of one when it is read as part of a URL. */
const NO_DOMAIN = /[/?#\\:@%[\]\s]/;

/** A domain as URLs have it (WHATWG), in browsers as in Node; empty for what is none. */
function domainToAscii(domain: string): string {
  try {
    return new URL(`ws://${domain}`).hostname;
  } catch {
    return '';
  }
}

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
  return text.match(EACH_NON_ASCII)?.some(foldsToAscii)
    ? undefined
    : text.toLowerCase();
}

/** Whether the mapping to A-labels keeps what isn't ASCII, rather than taking it for something that is. */
function isKept(text: string): boolean {
  return domainToAscii(text).startsWith(A_LABEL_PREFIX);
}

/** A mark that can't stand alone has no mapping of its own. */
function isMappedToAscii(letter: string): boolean {
  return (
    NON_ASCII.test(letter) && domainToAscii(letter) !== '' && !isKept(letter)
  );
}

/**
 * A domain in lower-case A-labels (RFC 5890), so that `BÜCHER.example` and
 * `xn--bcher-kva.example` are one.
 *
 * @returns undefined for what is no domain, and where something that isn't ASCII would become ASCII
 * @public
 */
export function toAsciiDomain(domain: string): string | undefined {
  // The Kelvin sign is a K by then, so letters are looked at as they came.
  const normal = domain.normalize('NFC');
  if (
    NO_DOMAIN.test(normal) ||
    normal.split('.').some(label => NON_ASCII.test(label) && !isKept(label)) ||
    [...domain].some(isMappedToAscii)
  ) {
    return undefined;
  }
  return domainToAscii(normal) || undefined;
}

/**
 * An e-mail address for comparisons: lower case, its domain in A-labels.
 *
 * @returns undefined for what is no address, and for one that would pass for another's when
 *   it is folded, as {@link foldCase} tells
 * @public
 */
export function foldEmail(address: string): string | undefined {
  const [localPart, domain, ...rest] = address.split('@');
  if (!localPart || !domain || rest.length > 0) {
    return undefined;
  }
  const local = foldCase(localPart);
  const host = toAsciiDomain(domain);
  return local === undefined || host === undefined
    ? undefined
    : `${local}@${host}`;
}

/**
 * Whether two e-mail addresses are one, ignoring case.
 *
 * @public
 */
export function isSameEmail(
  one: string | undefined,
  other: string | undefined,
): boolean {
  const folded = one === undefined ? undefined : foldEmail(one);
  return (
    folded !== undefined && other !== undefined && folded === foldEmail(other)
  );
}
