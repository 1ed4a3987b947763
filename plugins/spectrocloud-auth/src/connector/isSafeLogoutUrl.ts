/** On this machine http will do; other schemes than these two may run what they name. */
export function isSafeLogoutUrl(logoutUrl: string): boolean {
  if (!URL.canParse(logoutUrl)) {
    return false;
  }
  const { hostname, protocol } = new URL(logoutUrl);
  return (
    protocol === 'https:' || (protocol === 'http:' && hostname === 'localhost')
  );
}
