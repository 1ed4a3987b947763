import type { SpectroCloudClientOptions } from './ApiRequester';

/**
 * The client's `fetchApi` for a back end, which sends each request with a Backstage token
 * for the `spectrocloud` plugin, its own or on behalf of a user.
 *
 * @param getToken - asked for each request
 * @public
 */
export function fetchWithToken(
  getToken: () => Promise<string>,
): SpectroCloudClientOptions['fetchApi'] {
  return {
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers);
      headers.set('Authorization', `Bearer ${await getToken()}`);
      return fetch(input, { ...init, headers });
    },
  };
}
