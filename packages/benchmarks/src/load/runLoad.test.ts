import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { runLoad } from './runLoad';

const ANSWER_MS = 20;

describe('runLoad', () => {
  let server: Server;
  let url: string;
  let status: number;
  let underWay: number;
  let most: number;

  beforeAll(async () => {
    server = createServer(async (_req, res) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await sleep(ANSWER_MS);
      underWay -= 1;
      res.writeHead(status).end('{}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  beforeEach(() => {
    status = 200;
    underWay = 0;
    most = 0;
  });

  afterAll(() => {
    server.close();
  });

  const load = (concurrency: number) =>
    runLoad({
      url,
      concurrency,
      durationMs: 200,
      next: () => ({ path: '/', headers: {} }),
    });

  it('keeps so many requests under way, and tells how long they took', async () => {
    const { p50, p99, requests } = await load(4);
    expect(most).toBe(4);
    expect(requests).toBeGreaterThanOrEqual(4);
    expect(p50).toBeGreaterThan(ANSWER_MS * 0.9);
    expect(p99).toBeGreaterThanOrEqual(p50);
  });

  it('fails on an answer that is none', async () => {
    status = 429;
    await expect(load(1)).rejects.toThrow('answered 429');
  });
});
