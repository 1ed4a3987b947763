import {
  REAUTHENTICATION_REQUIRED_HEADER,
  SESSION_TOKEN_HEADER,
  SPECTROCLOUD_PLUGIN_ID,
  USER_EMAIL_HEADER,
} from '../names';
import { abortable } from './abortable';
import { isDecline, ReauthenticationGate } from './ReauthenticationGate';
import { createOwnUrlCheck, type PluginDiscovery } from './ownPlugins';
import type { ReauthenticationSession } from './ReauthenticationSession';
import { isRequest, replayableRequest } from './replayableRequest';

/** What every browser and proxy leaves as it is in a header. */
const ASCII = /^[\x21-\x7e]+$/;

/** Options of {@link createReauthenticatingFetch}. @public */
export interface ReauthenticatingFetchOptions {
  /** Finds the backend plugins; the front end's `discoveryApiRef` fits. */
  discoveryApi: PluginDiscovery;
  /** Sends the requests; the front end's `fetchApiRef` fits. */
  fetchApi: { fetch: typeof fetch };
  /**
   * Ids of the backend plugins whose requests are sent with the session; all others are
   * sent as they are. By default that of Palette's plugin alone.
   */
  plugins?: string[];
  /** The sessions that requests are sent with. */
  session: ReauthenticationSession;
  /**
   * The auth environment whose session a URL is called with, or undefined where
   * that is not known, so that no other session's e-mail is sent.
   * By default the session's default environment.
   */
  environmentOf?: (url: string) => string | undefined;
}

/**
 * A fetch whose requests outlive the user's Palette session.
 *
 * When the answer says that Palette wants the user to sign in again, it tries a
 * silent refresh, then asks the user (once for any number of requests that
 * wait), sends the request again and goes on where it was.
 * A request is sent three times at most; the last answer is handed on as it is.
 * Nobody but the backend's own plugins learns of the session, or can ask for a sign-in.
 *
 * Throws `ReauthenticationDeclinedError` when the user declines; they are then signed out.
 *
 * @public
 */
export function createReauthenticatingFetch(
  options: ReauthenticatingFetchOptions,
): { fetch: typeof fetch } {
  const { fetchApi, session, plugins = [SPECTROCLOUD_PLUGIN_ID] } = options;
  const isOwn = createOwnUrlCheck(options.discoveryApi, plugins);
  const environmentOf =
    options.environmentOf ?? (() => session.defaultEnvironment);
  const gates = new Map<string, ReauthenticationGate>();

  function gateOf(environment: string): ReauthenticationGate {
    const gate =
      gates.get(environment) ?? new ReauthenticationGate(session, environment);
    gates.set(environment, gate);
    return gate;
  }

  return {
    async fetch(input, init) {
      const url = isRequest(input) ? input.url : String(input);
      if (!(await isOwn(url))) {
        return fetchApi.fetch(input, init);
      }
      const request = await replayableRequest(input, init);
      let environment = environmentOf(request.url);
      let gate = gateOf(environment ?? session.defaultEnvironment);

      let sent = gate.mark();
      const send = async () => {
        const headers = new Headers(request.init.headers);
        await addSessionHeaders(headers, session, environment);
        try {
          return await fetchApi.fetch(request.url, {
            ...request.init,
            headers,
            credentials: 'include',
          });
        } catch (error) {
          // Palette is how the user signed in, and they turned down the dialog that their Backstage token needed.
          throw isDecline(error) ? gate.decline(error, sent) : error;
        }
      };

      let response = await send();
      for (const step of ['renew', 'signIn'] as const) {
        const wanted = await wantedEnvironment(response, session);
        // A redirect may have led to somebody who has no say in this.
        if (
          wanted === undefined ||
          (response.redirected && !(await isOwn(response.url)))
        ) {
          return response;
        }
        if (wanted !== (environment ?? session.defaultEnvironment)) {
          gate = gateOf(wanted);
          sent = gate.mark();
        }
        environment = wanted;
        const { signIns } = sent;
        await abortable(gate[step](sent), request.signal);
        sent = gate.mark();
        response = await send();
        if (sent.signIns > signIns) {
          // The user was asked; asking again would not change the answer.
          return response;
        }
      }
      return response;
    },
  };
}

async function addSessionHeaders(
  headers: Headers,
  session: ReauthenticationSession,
  environment: string | undefined,
): Promise<void> {
  if (environment === undefined) {
    return;
  }
  const [email, token] = await Promise.all([
    session.getEmail(environment),
    session.getApiToken(environment),
  ]);
  // It only confirms what the back end knows, so that one which no header can carry is left out.
  if (email && ASCII.test(email)) headers.set(USER_EMAIL_HEADER, email);
  if (token) headers.set(SESSION_TOKEN_HEADER, token);
}

/** The environment that an answer asks to sign in at, if it does. */
async function wantedEnvironment(
  response: Response,
  session: ReauthenticationSession,
): Promise<string | undefined> {
  if (
    response.status !== 401 ||
    response.headers.get(REAUTHENTICATION_REQUIRED_HEADER) !== 'true'
  ) {
    return undefined;
  }
  try {
    const { error } = await response.clone().json();
    return typeof error?.environment === 'string'
      ? error.environment
      : session.defaultEnvironment;
  } catch {
    return session.defaultEnvironment;
  }
}
