const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether plain `http:` to this URL stays on the machine. @public */
export function isLoopback(url: URL): boolean {
  // Names below `localhost` are this machine as well (RFC 6761 section 6.3).
  return (
    LOOPBACK_HOSTS.has(url.hostname) || url.hostname.endsWith('.localhost')
  );
}
