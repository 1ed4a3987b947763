import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { PaletteBrowser } from './PaletteBrowser';
import type { RunningBackend } from './startBackend';

/** What a tool answers. */
export interface ToolResult {
  isError?: boolean;
  content: Array<{ type: string; text: string }>;
  structuredContent?: Record<string, unknown>;
}

/** A user who has signed in, with an MCP client that acts as them. */
export async function connectMcp(backend: RunningBackend, email: string) {
  const browser = new PaletteBrowser(backend);
  await browser.signIn(email);
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(
      new URL(`${backend.baseUrl}/api/mcp-actions/v1`),
      {
        requestInit: {
          headers: { Authorization: `Bearer ${browser.backstageToken}` },
        },
      },
    ),
  );
  const call = async (
    name: string,
    input: Record<string, unknown> = {},
  ): Promise<ToolResult> =>
    (await client.callTool({
      name: `spectrocloud.${name}`,
      arguments: input,
    })) as unknown as ToolResult;
  /** What an answer holds, and that it is the same as a text. */
  const answer = async (name: string, input?: Record<string, unknown>) => {
    const result = await call(name, input);
    expect([name, result.isError ? result.content : undefined]).toEqual([
      name,
      undefined,
    ]);
    expect(JSON.parse(result.content[0].text)).toEqual(
      result.structuredContent,
    );
    return result.structuredContent as Record<string, any>;
  };
  return { browser, client, call, answer };
}
