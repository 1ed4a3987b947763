import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SimulatorControl } from './control/SimulatorControl';
import { createContext } from './createContext';
import { createSimulatorApp } from './createSimulatorApp';
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
  const control = SimulatorControl.create(context, settings);
  const app = createSimulatorApp(context, control, options.print);
  const host = options.host ?? 'localhost';
  const server = createServer(app).listen(options.port ?? 0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  context.url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return {
    url: context.url,
    issuer: issuerOf(context, 'demo'),
    client,
    control,
    close: () => closeServer(server),
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
