import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

const TIMEOUT_MS = 60_000;
const LOOK_AGAIN_MS = 1_000;

/** Asks once a second until the answer is as wanted, and resolves to it; `what` says what was missing. */
export async function until(ask, isWanted, what) {
  const deadline = Date.now() + TIMEOUT_MS;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    assert.ok(Date.now() < deadline, `${what}: ${JSON.stringify(answer)}`);
    await sleep(LOOK_AGAIN_MS);
  }
}
