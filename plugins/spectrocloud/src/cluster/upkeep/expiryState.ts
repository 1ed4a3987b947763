const DAY_MS = 24 * 60 * 60 * 1000;
/** So long before they lapse, somebody should look at certificates. */
const SOON_MS = 30 * DAY_MS;

/** How a certificate is, by the time (ISO 8601) when it lapses; where that isn't told, nobody knows. */
export function expiryState(
  expires: string | undefined,
  nowMs: number,
): 'valid' | 'soon' | 'lapsed' | 'untold' {
  const left = Date.parse(expires ?? '') - nowMs;
  if (Number.isNaN(left)) return 'untold';
  if (left <= 0) return 'lapsed';
  return left < SOON_MS ? 'soon' : 'valid';
}
