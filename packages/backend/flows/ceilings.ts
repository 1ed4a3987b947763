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
  'sign-in': { files: 45, walk: { heading: 'Signing in', files: 20 } },
  refresh: { files: 20 },
  'refresh with a renewal': {
    files: 30,
    walk: { heading: 'Renewing', files: 12 },
  },
  'sign-out': { files: 29, walk: { heading: 'Signing out', files: 12 } },
  // The list is held from a request before.
  'GET /clusters': { files: 22 },
  'GET /clusters, asked anew': {
    files: 36,
    walk: { heading: 'Calling Palette', files: 15 },
  },
  'GET /clusters/:uid': { files: 35 },
};

/** Nobody should have to scroll through a file to find what it does. */
export const MAX_LINES = 250;
