import { startPaletteSimulator } from 'palette-simulator';

/** What every page of Palette's search has at most. */
const PAGE_SIZE = 50;
const ADMIN = 'ada.admin@spectro.example';
const PASSWORD = 'palette-demo';

/** What is not deleted, in a fixed order. */
const SEARCH = {
  filter: {
    conjunction: 'and',
    filterGroups: [
      {
        conjunction: 'and',
        filters: [
          {
            property: 'isDeleted',
            type: 'bool',
            condition: { bool: { value: false } },
          },
        ],
      },
    ],
  },
  sort: [{ field: 'clusterName', order: 'asc' }],
};

/** A cluster as Palette's several endpoints show it. */
export interface RecordedCluster {
  uid: string;
  projectUid: string;
  /** A row of the search. */
  row: object;
  /** `/v1/dashboard/spectroclusters/:uid` */
  overview: string;
  /** `/v1/spectroclusters/:uid` */
  whole: string;
}

/** What a tenant of some size answers. */
export interface RecordedAnswers {
  tenantUid: string;
  clusters: RecordedCluster[];
  projects: Array<{ metadata: { uid: string; name: string } }>;
  /** Those of a tenant administrator. */
  tenantPermissions: Record<string, string[]>;
  projectPermissions: string[];
}

interface Row {
  metadata: { uid: string };
  specSummary: { projectMeta: { uid: string } };
}

/**
 * Asks the simulator once for all that is served from memory afterwards, so that
 * the answers have the size and the shape of Palette's.
 */
export async function recordAnswers(size: {
  projects: number;
  clusters: number;
}): Promise<RecordedAnswers> {
  const simulator = await startPaletteSimulator({ size });
  try {
    const read = reader(simulator.url, await authenticate(simulator.url));
    const me = JSON.parse(await read('/v1/users/me'));
    const projects = JSON.parse(await read('/v1/dashboard/projects/metadata'));
    const rows = await searchAll(read);
    const clusters = await Promise.all(
      rows.slice(0, size.clusters).map(async row => {
        const { uid } = row.metadata;
        const projectUid = row.specSummary.projectMeta.uid;
        return {
          uid,
          projectUid,
          row,
          overview: await read(`/v1/dashboard/spectroclusters/${uid}`, {
            projectUid,
          }),
          whole: await read(`/v1/spectroclusters/${uid}`, { projectUid }),
        };
      }),
    );
    return {
      tenantUid: me.status.tenant.tenantUid,
      clusters,
      projects: projects.items,
      tenantPermissions: me.status.tenantPermissions,
      projectPermissions: Object.values<string[]>(
        me.status.tenantPermissions,
      ).flat(),
    };
  } finally {
    await simulator.close();
  }
}

type Read = (
  path: string,
  options?: { body?: object; projectUid?: string },
) => Promise<string>;

function reader(url: string, authorization: string): Read {
  return async (path, { body, projectUid } = {}) => {
    const response = await fetch(`${url}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization,
        'content-type': 'application/json',
        ...(projectUid && { projectuid: projectUid }),
      },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`The simulator answered ${path} with ${response.status}`);
    }
    return response.text();
  };
}

async function authenticate(url: string): Promise<string> {
  const response = await fetch(`${url}/v1/auth/authenticate?setCookie=false`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ emailId: ADMIN, password: PASSWORD, org: 'demo' }),
  });
  const { Authorization } = await response.json();
  return Authorization;
}

async function searchAll(read: Read): Promise<Row[]> {
  const rows: Row[] = [];
  let token: string | undefined;
  do {
    const query = new URLSearchParams({
      limit: String(PAGE_SIZE),
      ...(token && { continue: token }),
    });
    const page = JSON.parse(
      await read(`/v1/dashboard/spectroclusters/search?${query}`, {
        body: SEARCH,
      }),
    );
    rows.push(...page.items);
    token = page.listmeta?.continue || undefined;
  } while (token);
  return rows;
}
