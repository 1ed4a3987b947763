/** `v1FilterString`. */
export interface NameFilter {
  eq?: string;
  ne?: string;
  contains?: string;
  beginsWith?: string;
  /** Default true. */
  ignoreCase?: boolean;
}

/** Whether the text passes every condition of the filter. */
export function matchesName(text: string, filter?: NameFilter): boolean {
  if (!filter) {
    return true;
  }
  const fold = (value: string) =>
    filter.ignoreCase === false ? value : value.toLowerCase();
  const subject = fold(text);
  const { eq, ne, contains, beginsWith } = filter;
  return (
    (!eq || subject === fold(eq)) &&
    (!ne || subject !== fold(ne)) &&
    (!contains || subject.includes(fold(contains))) &&
    (!beginsWith || subject.startsWith(fold(beginsWith)))
  );
}
