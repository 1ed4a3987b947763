import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import mcpPlugin from '@backstage/plugin-mcp-actions-backend';
import type { JsonObject } from '@backstage/types';
import {
  startPaletteSimulator,
  type PaletteSimulator,
  type OrganisationSize,
} from 'palette-simulator';
import { connectMcp, type ToolResult } from './connectMcp';
import { type RunningBackend, startBackend } from './startBackend';

/** Whoever sees the whole tenant. */
export const ADA = 'ada.admin@spectro.example';
/** Whoever sees two projects of it. */
export const DANA = 'dev.dana@acme.example';

/** A user with an MCP client. */
export type McpUser = Awaited<ReturnType<typeof connectMcp>>;

/**
 * Lets the tests of a file share a simulated Palette and a backend that offers
 * its actions to MCP clients; Palette is as at the start before each test.
 */
export function mcpBackend(options: {
  /** Merged over the keys of `spectrocloud`. */
  spectrocloud: JsonObject;
  size?: Partial<OrganisationSize>;
}) {
  const clients: Client[] = [];
  let palette: PaletteSimulator;
  let backend: RunningBackend;

  beforeAll(async () => {
    palette = await startPaletteSimulator({ size: options.size });
    backend = await startBackend({
      paletteUrl: palette.url,
      config: {
        backend: { actions: { pluginSources: ['spectrocloud'] } },
        spectrocloud: { listTtl: { seconds: 0 }, ...options.spectrocloud },
      },
      features: [mcpPlugin],
    });
  }, 120_000);

  afterAll(async () => {
    await Promise.all(clients.map(client => client.close()));
    await backend?.stop();
    await palette?.close();
  });

  beforeEach(() => palette.control.reset());

  return {
    /** Does things to the simulated Palette, and tells what it was asked. */
    control: () => palette.control,
    baseUrl: () => backend.baseUrl,
    /** Signs a user in, with an MCP client of theirs. */
    async connect(email: string): Promise<McpUser> {
      const user = await connectMcp(backend, email);
      clients.push(user.client);
      return user;
    },
  };
}

/** The sentence with which a tool fails; an answer fails the test. */
export function failureOf({ isError, content }: ToolResult): string {
  expect(isError).toBe(true);
  return content[0].text;
}
