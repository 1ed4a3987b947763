import { type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { retryResetReads } from './retryResetReads';
import { type CaFile, trustedAuthorities } from './trustedAuthorities';

/** Shorter than what servers, balancers and firewalls commonly keep idle connections (from 5 seconds on). */
const KEEP_ALIVE_MS = 4_000;

/**
 * Connection pool for calls to one Palette: through the proxy that `HTTPS_PROXY`,
 * `HTTP_PROXY` and `NO_PROXY` name, and with trust in the certificate authorities of
 * `caFile` besides those of the process.
 *
 * A read whose connection is reset before there is a response is sent once more.
 *
 * @throws `InputError` when `caFile` can't be read or holds no certificate.
 * @public
 */
export function createPaletteDispatcher(
  options: { caFile?: CaFile } = {},
): Dispatcher {
  const trust = options.caFile && { ca: trustedAuthorities(options.caFile) };
  const connections = {
    keepAliveTimeout: KEEP_ALIVE_MS,
    // A longer time that the server offers doesn't bind what is in between.
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    connect: trust,
    // The same for connections through the proxy, and to a proxy that speaks TLS.
    requestTls: trust,
    proxyTls: trust,
    // Given, since the agent would look at the environment with every request, which is slow.
    noProxy: process.env.no_proxy ?? process.env.NO_PROXY ?? '',
  };
  const fresh = new EnvHttpProxyAgent({ ...connections, pipelining: 0 });
  return new EnvHttpProxyAgent(connections).compose(retryResetReads(fresh));
}
