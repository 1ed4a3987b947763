/** The pages that `nav` of an mkdocs.yml leads to, however deep. */
export function navPages(nav) {
  if (typeof nav === 'string') {
    return [nav];
  }
  return Object.values(nav).flatMap(navPages);
}
