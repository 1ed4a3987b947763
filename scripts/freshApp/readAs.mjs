import assert from 'node:assert/strict';

import { signIn } from '../packed/signIn.mjs';

/**
 * Signs in without a browser. Resolves to what reads a path of the backend's API as that
 * user, and says what it was to read where that is refused.
 */
export async function readAs(backendUrl, email) {
  const token = await signIn({ backendUrl, environment: 'development', email });
  const headers = { authorization: `Bearer ${token}` };
  return async (path, what) => {
    const answer = await fetch(`${backendUrl}/api/${path}`, { headers });
    assert.equal(answer.status, 200, `${what} (${path})`);
    return answer.json();
  };
}
