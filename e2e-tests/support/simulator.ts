const PALETTE_URL = 'http://localhost:7020';

/** The simulated tenant's administrator; her API key sees what is there. */
const ADMIN_API_KEY = 'ada-demo-api-key';

export const ADA = { name: 'Ada Admin', email: 'ada.admin@spectro.example' };
export const DANA = {
  name: 'Dana Developer',
  email: 'dev.dana@acme.example',
  projects: ['payments', 'retail-web'],
};
/** Nobody wrote her into the catalog by hand. */
export const OLGA = {
  name: 'Olga Outsider',
  email: 'olga.outsider@acme.example',
};
/** Kept out of the catalog. */
export const GUS = { name: 'Gus Guest', email: 'gus.guest@spectro.example' };

/** A call that the simulator has logged. */
export interface LoggedRequest {
  method: string;
  path: string;
  status: number;
  auth: 'session' | 'apikey' | 'none';
  user?: string;
}

async function call(
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${PALETTE_URL}${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ApiKey: ADMIN_API_KEY,
      ...headers,
    },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${method} ${path} answered ${response.status}`);
  }
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

/** Does to the simulated Palette what `/control/<action>` does. */
export function control(action: string, body: object = {}) {
  return call('POST', `/control/${action}`, body);
}

/** Lets the simulated Palette be well again; sessions stay. */
export function clearFaults() {
  return call('DELETE', '/control/faults');
}

/** Starts the log anew; the tests' own calls would stand in it. */
export function clearRequests() {
  return call('DELETE', '/control/requests');
}

/** The logged calls of Palette's API, in order. */
export async function apiRequests(): Promise<LoggedRequest[]> {
  const { requests } = await call('GET', '/control/requests');
  return requests.filter(
    ({ path }: LoggedRequest) =>
      path.startsWith('/v1/') && !path.startsWith('/v1/oidc/'),
  );
}

/** A cluster that was created, with what the simulated Palette got for it. */
export interface Creation {
  type: string;
  user: string;
  uid: string;
  body: {
    metadata: { name: string };
    spec: Record<string, unknown> & { profiles: Array<{ uid: string }> };
  };
}

/** The clusters that were created since the last reset. */
export async function creations(): Promise<Creation[]> {
  const answer = await call('GET', '/control/creations');
  return answer.creations;
}

/** Creates a cluster in a project, as the administrator does in Palette's console. */
export async function createCluster(name: string, project: string) {
  const { items } = await call('GET', '/v1/dashboard/projects/metadata');
  const { metadata } = items.find(
    (item: { metadata: { name: string } }) => item.metadata.name === project,
  );
  const pool = { labels: ['worker'], name: 'worker', size: 2 };
  await call(
    'POST',
    '/v1/spectroclusters/eks',
    {
      metadata: { name },
      spec: {
        cloudAccountUid: 'account',
        cloudConfig: { region: 'eu-west-1' },
        machinepoolconfig: [
          {
            cloudConfig: { instanceType: 't3.large' },
            poolConfig: { ...pool, isControlPlane: false },
          },
        ],
        profiles: [],
      },
    },
    { ProjectUid: metadata.uid },
  );
}

/** The names of the clusters in the named projects, or in all, sorted; without deleted ones. */
export async function clusterNames(projects?: string[]): Promise<string[]> {
  const names: string[] = [];
  let token: string | undefined;
  do {
    const query = token ? `&continue=${encodeURIComponent(token)}` : '';
    const page = await call(
      'POST',
      `/v1/dashboard/spectroclusters/search?limit=50${query}`,
      {},
    );
    for (const { metadata, specSummary, status } of page.items) {
      const { projectMeta } = specSummary;
      const isListed = status.state !== 'Deleted';
      if (isListed && (!projects || projects.includes(projectMeta.name))) {
        names.push(metadata.name);
      }
    }
    token = page.listmeta?.continue;
  } while (token);
  return names.sort();
}

/** Uid of a cluster, virtual ones among them, by its name. */
export async function clusterUid(name: string): Promise<string> {
  const clusters: { metadata: { uid: string; name: string } }[] = await call(
    'GET',
    '/v1/dashboard/spectroclusters/meta',
  );
  return clusters.find(({ metadata }) => metadata.name === name)!.metadata.uid;
}
