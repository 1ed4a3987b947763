/** The back end refuses a longer one, which would travel on in an address. */
const MAX_LENGTH = 2_000;

/** Where a redirect brings the user back to: this page, without its query where that is too long. */
export function returnAddress({
  href,
  origin,
  pathname,
}: Pick<Location, 'href' | 'origin' | 'pathname'>): string {
  return href.length > MAX_LENGTH ? `${origin}${pathname}` : href;
}
