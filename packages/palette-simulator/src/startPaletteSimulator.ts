import { once } from 'node:events';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { SimulatorControl } from './control/SimulatorControl';
import { createContext } from './createContext';
import { createSimulatorApp } from './createSimulatorApp';
import { createKubernetesApp } from './kubernetes/createKubernetesApp';
import type { OrganisationSize } from './seed/createOrganisation';
import { DEFAULT_SETTINGS, type SimulatorSettings } from './settings';
import { issuerOf, type SimulatorClient } from './SimulatorContext';

const DEMO_CLIENT: SimulatorClient = {
  id: 'backstage',
  secret: 'backstage-demo-secret',
};

/** Every option has a default that suits tests. */
export interface PaletteSimulatorOptions {
  /** Default 0: any free port. */
  port?: number;
  /** Where to listen; default `localhost`. */
  host?: string;
  /** Where the API servers of the clusters listen; default 0: any free port. */
  kubernetesPort?: number;
  /** Serve https, with a certificate of the simulator's own authority. */
  tls?: boolean;
  /** Origin that others know it by, where that isn't where it listens; API servers take https issuers only. */
  publicUrl?: string;
  /** Redirect URIs that are registered besides those that need no registration. */
  redirectUris?: string[];
  /** Settings that differ from the defaults from the start. */
  settings?: Partial<SimulatorSettings>;
  /** How big the tenant `demo` is; default 8 projects, 45 clusters. */
  size?: Partial<OrganisationSize>;
  client?: SimulatorClient;
  /** Milliseconds since the epoch; default `Date.now`. */
  clock?: () => number;
  /** Gets one line for each call, without credentials; default none. */
  print?: (line: string) => void;
}

/** A Palette that is running. */
export interface PaletteSimulator {
  /** Origin, for example `http://localhost:7020`. */
  url: string;
  /** Origin of the clusters' API servers; each is below `/clusters/<uid>`. */
  kubernetesUrl: string;
  /** Certificate, in PEM, of the authority that signs those of its servers. */
  authorityPem: string;
  /** Issuer of the tenant `demo`. */
  issuer: string;
  client: SimulatorClient;
  control: SimulatorControl;
  /** Ends it, whatever is still open. */
  close(): Promise<void>;
}

/** Starts a local Palette; throws Node's own error when the port is taken. */
export async function startPaletteSimulator(
  options: PaletteSimulatorOptions = {},
): Promise<PaletteSimulator> {
  const settings: SimulatorSettings = {
    ...DEFAULT_SETTINGS,
    ...options.settings,
    redirectUris: options.redirectUris ?? options.settings?.redirectUris ?? [],
  };
  const client = options.client ?? DEMO_CLIENT;
  const context = await createContext({
    clock: options.clock ?? Date.now,
    client,
    size: options.size,
    settings: structuredClone(settings),
  });
  const control = new SimulatorControl(context, settings);
  const app = createSimulatorApp(context, control, options.print);
  const { authority } = context;
  const certificate = await authority.issue(namesOf(options));
  const server = options.tls
    ? createHttpsServer(certificate, app)
    : createHttpServer(app);
  const kubernetes = createHttpsServer(
    certificate,
    createKubernetesApp(context),
  );
  const url = await listen(server, options, options.port);
  context.url =
    options.publicUrl ?? `${options.tls ? 'https' : 'http'}://${url}`;
  try {
    context.kubernetesUrl = `https://${await listen(kubernetes, options, options.kubernetesPort)}`;
  } catch (error) {
    await closeServer(server);
    throw error;
  }
  return {
    url: context.url,
    kubernetesUrl: context.kubernetesUrl,
    authorityPem: authority.pem,
    issuer: issuerOf(context, 'demo'),
    client,
    control,
    close: async () => {
      await Promise.all([closeServer(server), closeServer(kubernetes)]);
    },
  };
}

/** Names, beside those of this machine, that the certificate has to be good for. */
function namesOf({ host, publicUrl }: PaletteSimulatorOptions): string[] {
  const names = [host, publicUrl && new URL(publicUrl).hostname];
  return names.filter(
    (name): name is string => Boolean(name) && name !== 'localhost',
  );
}

/** Host and port, once it listens there. */
async function listen(
  server: Server,
  { host = 'localhost' }: PaletteSimulatorOptions,
  port = 0,
): Promise<string> {
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return `${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
