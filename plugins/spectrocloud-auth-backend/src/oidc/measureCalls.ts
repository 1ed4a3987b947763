import type { MetricsServiceHistogram } from '@backstage/backend-plugin-api/alpha';
import { isError } from '@backstage/errors';
import type { Fetch } from './paletteFetch';

/** All endpoints of Palette's OpenID provider; a path could name a tenant. */
const PREFIX = '/v1/oidc';

/** Records how long each call to Palette took and how it was answered. */
export function measureCalls(
  fetch: Fetch,
  duration: MetricsServiceHistogram | undefined,
): Fetch {
  return async (url, init) => {
    const startedAt = performance.now();
    let status = 'error';
    try {
      const response = await fetch(url, init);
      status = String(response.status);
      return response;
    } catch (error) {
      if (isError(error) && error.name === 'TimeoutError') {
        status = 'timeout';
      }
      throw error;
    } finally {
      const seconds = (performance.now() - startedAt) / 1000;
      duration?.record(seconds, { prefix: PREFIX, status });
    }
  };
}
