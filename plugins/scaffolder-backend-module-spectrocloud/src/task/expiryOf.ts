import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** When the user's token of the task expires, in milliseconds since 1970; nothing where it isn't said. */
export function expiryOf({
  expiresAt,
}: BackstageCredentials): number | undefined {
  if (!expiresAt) return undefined;
  // A task's credentials have been through JSON, which leaves a text of the date.
  const time = new Date(expiresAt).getTime();
  return Number.isNaN(time) ? undefined : time;
}
