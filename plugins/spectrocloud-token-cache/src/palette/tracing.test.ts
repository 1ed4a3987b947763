import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import { PaletteSessionApi } from './PaletteSessionApi';

const TOKEN = 'session-token-of-dana';
const IDENTITY = {
  metadata: { uid: 'uid-dana' },
  spec: { emailId: 'dana@acme.example' },
  status: { tenant: { tenantUid: 'tenant-1', orgName: 'demo' } },
};

describe('PaletteSessionApi under OpenTelemetry with the instrumentation of undici', () => {
  const exporter = new InMemorySpanExporter();
  const provider = new NodeTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(exporter)],
  });
  const instrumentation = new UndiciInstrumentation();
  let server: Server;
  let palette: PaletteSessionApi;

  beforeAll(async () => {
    provider.register();
    instrumentation.setTracerProvider(provider);
    instrumentation.enable();
    server = createServer((req, res) => {
      res.setHeader('content-type', 'application/json');
      res.end(
        JSON.stringify(
          req.url?.startsWith('/v1/auth/refresh/')
            ? { Authorization: 'renewed' }
            : IDENTITY,
        ),
      );
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    const { port } = server.address() as AddressInfo;
    palette = new PaletteSessionApi({ url: `http://127.0.0.1:${port}` });
  });
  beforeEach(() => exporter.reset());
  afterAll(async () => {
    instrumentation.disable();
    await provider.shutdown();
    server.closeAllConnections();
    server.close();
  });

  const traced = () =>
    JSON.stringify(
      exporter
        .getFinishedSpans()
        .map(({ name, attributes, events }) => ({ name, attributes, events })),
    );

  it('leaves no span of a renewal, whose path holds the token', async () => {
    expect(await palette.renew(TOKEN)).toBe('renewed');
    expect(exporter.getFinishedSpans()).toEqual([]);
  });

  it('leaves spans of the other calls, without the token', async () => {
    await palette.whoAmI(TOKEN);
    await palette.revoke(TOKEN, 'another-token');
    expect(exporter.getFinishedSpans()).toHaveLength(2);
    expect(traced()).toContain('/v1/users/me');
    expect(traced()).not.toContain(TOKEN);
    expect(traced()).not.toContain('another-token');
  });
});
