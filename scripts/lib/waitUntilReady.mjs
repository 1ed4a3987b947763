import { setTimeout as sleep } from 'node:timers/promises';

import { Problem } from './Problem.mjs';

const POLL_MS = 500;
const ATTEMPT_TIMEOUT_MS = 30_000;

/** Resolves when the service answers with success; throws after the timeout. */
export async function waitUntilReady(service, { timeoutMs, signal }) {
  const deadline = Date.now() + timeoutMs;
  while (!signal.aborted) {
    if (await answers(service.readyUrl, signal)) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Problem(
        `The ${service.title} was not ready after ${Math.round(
          timeoutMs / 60_000,
        )} minutes: ${service.readyUrl} did not answer with success.`,
      );
    }
    await sleep(POLL_MS);
  }
}

async function answers(url, signal) {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([
        signal,
        AbortSignal.timeout(ATTEMPT_TIMEOUT_MS),
      ]),
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
