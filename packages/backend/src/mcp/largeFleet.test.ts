import { ADA, mcpBackend } from '../__testUtils__/mcpBackend';

jest.setTimeout(120_000);

const CLUSTERS = 300;
/** So much may an overview cost. */
const MOST_CALLS = 8;
const MOST_BYTES = 8_000;

describe('the fleet overview through an MCP client', () => {
  const { connect, control } = mcpBackend({
    spectrocloud: {},
    size: { clusters: CLUSTERS },
  });

  it(`costs at most ${MOST_CALLS} calls and ${MOST_BYTES} bytes for ${CLUSTERS} clusters`, async () => {
    const { call } = await connect(ADA);
    control().clearRequests();
    const result = await call('get-palette-fleet-health');
    const calls = control()
      .requests()
      .filter(({ path, user }) => path.startsWith('/v1/') && user === ADA);
    const bytes = Buffer.byteLength(JSON.stringify(result));
    process.stdout.write(
      `fleet overview of ${CLUSTERS} clusters: ${calls.length} calls, ${bytes} bytes\n`,
    );
    expect(result.isError).toBeFalsy();
    expect(result.structuredContent?.clusters).toBeGreaterThanOrEqual(CLUSTERS);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.length).toBeLessThanOrEqual(MOST_CALLS);
    expect(bytes).toBeLessThanOrEqual(MOST_BYTES);
  });
});
