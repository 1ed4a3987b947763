/** What a user does whose files are counted. */
export type FlowName =
  | 'sign-in'
  | 'refresh'
  | 'refresh with a renewal'
  | 'sign-out'
  | 'GET /clusters'
  | 'GET /clusters, asked anew'
  | 'GET /clusters/:uid';

/** How much somebody has to read to follow one flow. */
export interface Ceiling {
  /** Files of ours in which a function may run. */
  files: number;
  /** The flow's walk in docs/architecture.md, and how many files it may name. */
  walk?: { heading: string; files: number };
}

/** A ceiling is raised in a line that says why, or not at all. */
export const CEILINGS: Record<FlowName, Ceiling> = {
  // Five of them queue codes under Palette's limit, three read whole answers in
  // time, two compare addresses, one keeps the cookie small for proxies, two name the
  // browser for the user's list of sessions.
  'sign-in': { files: 50, walk: { heading: 'Signing in', files: 20 } },
  // One more keeps the cookie small for proxies, two name the browser.
  refresh: { files: 23 },
  // A dozen of OpenID Connect: the refresh grant is tried beside Palette's renewal; two name the browser.
  'refresh with a renewal': {
    files: 48,
    walk: { heading: 'Renewing', files: 12 },
  },
  // Five belong to the backend plugin's readers, which are told; one knows where
  // the provider's own session ends; one tells the tokens of Palette from those that
  // the provider revokes; one maps the browser's columns of a row.
  'sign-out': { files: 34, walk: { heading: 'Signing out', files: 12 } },
  // The list is held from a request before.
  'GET /clusters': { files: 20 },
  // Nine more send, limit, read and map; retries after a reset and the bytes of
  // a shared answer have their own.
  'GET /clusters, asked anew': {
    files: 38,
    walk: { heading: 'Calling Palette', files: 15 },
  },
  // It plans what to ask Palette for by what its limits leave.
  // One more than where the dashboard tells all of it: the held list tells the rest.
  // One holds the answer's bytes for the cards of one page.
  'GET /clusters/:uid': { files: 37 },
};

/**
 * Two more in each flow, of the HTTP server that every request passes: what is
 * redacted is a middleware of its own, for installers who have a server of their
 * own, and so is what waits for the start.
 */
export const HTTP_SERVER_FILES = 2;

/** Nobody should have to scroll through a file to find what it does. */
export const MAX_LINES = 250;
