import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const CODE = 'code-of-the-callback';
const CALLBACK = `/api/auth/spectrocloud/handler/frame?code=${CODE}&state=a-state`;
const LOOK_UP =
  '/api/catalog/entities?filter=spec.profile.email%3Ddana%40acme.example';
const OTHER = '/api/catalog/entities?limit=20';
/** The client's and the server's span of a request by `fetch` and of one by `http`. */
const SPANS_OF_A_PATH = 4;

async function trace(redaction: string, ...paths: string[]) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      require.resolve('./__testUtils__/traceRequests'),
      redaction,
      ...paths,
    ],
    {
      env: { ...process.env, OTEL_SEMCONV_STABILITY_OPT_IN: 'http/dup' },
    },
  );
  return JSON.parse(stdout) as Array<{
    name: string;
    attributes: Record<string, unknown>;
  }>;
}

describe('RedactingSpanProcessor with the instrumentation of HTTP and undici', () => {
  it('has something to do: spans hold codes and addresses', async () => {
    const spans = await trace('as they are', CALLBACK, LOOK_UP);
    expect(spans).toHaveLength(2 * SPANS_OF_A_PATH);
    for (const span of spans.slice(0, SPANS_OF_A_PATH)) {
      expect(JSON.stringify(span)).toContain(CODE);
    }
    for (const span of spans.slice(SPANS_OF_A_PATH)) {
      expect(JSON.stringify(span)).toContain('acme.example');
    }
  });

  it('takes them out, and leaves the rest', async () => {
    const spans = await trace('redacted', CALLBACK, LOOK_UP, OTHER);
    expect(spans).toHaveLength(3 * SPANS_OF_A_PATH);
    const text = JSON.stringify(spans);
    expect(text).not.toContain(CODE);
    expect(text).not.toContain('a-state');
    expect(text).not.toContain('acme.example');
    expect(text).not.toContain('dana');
    expect(text).toContain('/api/auth/spectrocloud/handler/frame');
    for (const { attributes } of spans.slice(2 * SPANS_OF_A_PATH)) {
      expect(JSON.stringify(attributes)).toContain('limit=20');
    }
  });
});
