/*
 * Run as a process of its own: instrumentation hooks into `require`, which tests replace.
 * Requests what the arguments name of a server of its own, and prints the spans.
 */
import type { AddressInfo } from 'node:net';
import { HttpInstrumentation } from '@opentelemetry/instrumentation-http';
import { UndiciInstrumentation } from '@opentelemetry/instrumentation-undici';
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-node';
import { RedactingSpanProcessor } from '../RedactingSpanProcessor';

async function main(isRedacted: boolean, paths: string[]): Promise<void> {
  const exporter = new InMemorySpanExporter();
  const provider = new NodeTracerProvider({
    spanProcessors: [
      ...(isRedacted ? [new RedactingSpanProcessor()] : []),
      new SimpleSpanProcessor(exporter),
    ],
  });
  provider.register();
  for (const instrumentation of [
    new HttpInstrumentation(),
    new UndiciInstrumentation(),
  ]) {
    instrumentation.setTracerProvider(provider);
  }
  const http = require('node:http') as typeof import('node:http');
  const server = http.createServer((_, res) => res.end());
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  for (const path of paths) {
    const url = `http://127.0.0.1:${port}${path}`;
    await (await fetch(url)).text();
    await new Promise(done => {
      http.get(url, res => res.resume().on('end', done));
    });
  }
  server.closeAllConnections();
  server.close();
  await provider.forceFlush();
  const spans = exporter
    .getFinishedSpans()
    .map(({ name, attributes }) => ({ name, attributes }));
  process.stdout.write(JSON.stringify(spans));
}

const [redaction, ...paths] = process.argv.slice(2);
main(redaction === 'redacted', paths);
