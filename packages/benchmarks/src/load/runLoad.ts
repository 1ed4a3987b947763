import { createHistogram } from 'node:perf_hooks';
import { Pool } from 'undici';

/** One request of a load. */
export interface LoadRequest {
  path: string;
  headers: Record<string, string>;
}

/** How a server is loaded. */
export interface LoadOptions {
  /** Origin of the server. */
  url: string;
  /** Requests under way at any time, each on a connection of its own. */
  concurrency: number;
  durationMs: number;
  /** The next request of one of the connections. */
  next(connection: number): LoadRequest;
  /** Status that every answer has to have; 200 by default. */
  status?: number;
}

/** What came of it; times in ms. */
export interface LoadResult {
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
  requests: number;
}

/**
 * Keeps so many requests under way until the time is up; each connection sends
 * its next request when it has read the whole of the last answer.
 *
 * @throws when an answer has another status: a refusal is no throughput.
 */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const { url, concurrency, durationMs, next, status = 200 } = options;
  const pool = new Pool(url, { connections: concurrency, pipelining: 1 });
  const histogram = createHistogram();
  const connections = Array.from({ length: concurrency }, (_, i) => i);
  const send = async (connection: number) => {
    const { path, headers } = next(connection);
    const sentAt = process.hrtime.bigint();
    const { statusCode, body } = await pool.request({
      method: 'GET',
      path,
      headers,
    });
    const bytes = await body.arrayBuffer();
    if (statusCode !== status) {
      throw new Error(
        `${url}${path} answered ${statusCode}: ${Buffer.from(bytes)}`,
      );
    }
    return process.hrtime.bigint() - sentAt;
  };
  let startedAt = 0;
  try {
    // Connects, and lets the server remember who each connection's user is.
    await Promise.all(connections.map(send));
    startedAt = performance.now();
    const until = startedAt + durationMs;
    await Promise.all(
      connections.map(async connection => {
        while (performance.now() < until) {
          histogram.record(await send(connection));
        }
      }),
    );
  } finally {
    await pool.destroy();
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const ms = (percentile: number) => histogram.percentile(percentile) / 1e6;
  return {
    perSecond: histogram.count / seconds,
    p50: ms(50),
    p95: ms(95),
    p99: ms(99),
    requests: histogram.count,
  };
}
