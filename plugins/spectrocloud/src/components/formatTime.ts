/**
 * A time for people, in the page's language and their time zone.
 *
 * @param none - what to say where there is none
 * @param locale - the translations' own, which isn't always the browser's
 */
export function formatTime(
  iso: string | undefined,
  none: string,
  locale: string,
): string {
  const time = iso ? new Date(iso) : undefined;
  return time && !Number.isNaN(time.getTime())
    ? time.toLocaleString(locale, { dateStyle: 'medium', timeStyle: 'short' })
    : none;
}
