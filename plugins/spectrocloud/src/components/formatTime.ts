/** A time for people, in their language and time zone. */
export function formatTime(iso: string | undefined, none: string): string {
  const time = iso ? new Date(iso) : undefined;
  return time && !Number.isNaN(time.getTime())
    ? time.toLocaleString(undefined, {
        dateStyle: 'medium',
        timeStyle: 'short',
      })
    : none;
}
