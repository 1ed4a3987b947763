/** Finds the base URL of a backend plugin; the front end's `discoveryApiRef` fits. @public */
export interface PluginDiscovery {
  /** The base URL of a plugin's routes. */
  getBaseUrl(pluginId: string): Promise<string>;
}

/** Of the addresses that Backstage's `fetchApi` resolves itself. */
const PLUGIN_PROTOCOL = 'plugin:';

/**
 * Tells which addresses are of certain plugins of the backend.
 *
 * @param plugins - ids of the plugins
 */
export function createOwnUrlCheck(
  discoveryApi: PluginDiscovery,
  plugins: string[],
): (url: string) => Promise<boolean> {
  // Resolved as `fetch` does it, so that `..` and `\\` lead nowhere else than they seem to.
  const resolve = (url: string) => new URL(url, globalThis.location?.href);
  return async url => {
    const { host, origin, pathname, protocol } = resolve(url);
    if (protocol === PLUGIN_PROTOCOL) {
      return plugins.includes(host);
    }
    const baseUrls = await Promise.all(
      plugins.map(plugin => discoveryApi.getBaseUrl(plugin)),
    );
    return baseUrls.map(resolve).some(base => {
      const basePath = base.pathname.replace(/\/$/, '');
      return (
        origin === base.origin &&
        (pathname === basePath || pathname.startsWith(`${basePath}/`))
      );
    });
  };
}
