import type { PaletteSimulator } from '../startPaletteSimulator';
import { exploreSimulator, type KnownObjects } from './exploreSimulator';
import { HOST_TYPES, newCluster, newVirtualCluster } from './newCluster';
import { ADA, PaletteVisitor } from './PaletteVisitor';

/** One answer of the simulator. */
export interface TourAnswer {
  route: string;
  status: number;
  type: string;
  /** None where the answer has no body. */
  body: unknown;
}

const LOGIN = { emailId: ADA, password: 'palette-demo' };

/** What some routes require in their query, by the end of their path. */
const QUERIES: Record<string, string> = {
  resources: '?datacenter=dc-frankfurt&computecluster=compute-a',
  name: '?name=fresh-name',
};

const LOGS = '/v1/spectroclusters/{}/features/logFetcher';
const LOGS_TAKE_SECONDS = 60;

/** Changes that any cluster takes which they are for. */
const PATCHES: Record<string, object> = {
  '/v1/spectroclusters/{}/profiles': { profiles: [] },
  '/v1/spectroclusters/{}/variables': [],
  '/v1/spectroclusters/{}/clusterConfig/lifecycleConfig': {
    lifecycleConfig: { pause: true },
  },
  [LOGS]: {},
  '/v1/spectroclusters/{}/metadata': { metadata: { labels: {} } },
};

const REGION_OF: Record<string, string> = {
  aws: 'eu-west-1',
  azure: 'westeurope',
  gcp: 'europe-west3',
};

/** A session that no setting of the sign-in hides or ends. */
async function authenticate(visitor: PaletteVisitor): Promise<string> {
  const { body } = await visitor
    .call('post', '/v1/auth/authenticate', '')
    .send(LOGIN);
  return body.Authorization;
}

/** Visits whatever the simulator serves, on behalf of the tenant's administrator. */
export class PaletteTour {
  static async create(simulator: PaletteSimulator): Promise<PaletteTour> {
    const visitor = new PaletteVisitor(simulator);
    return new PaletteTour(simulator, visitor, await authenticate(visitor));
  }

  readonly #simulator: PaletteSimulator;
  readonly #visitor: PaletteVisitor;
  readonly #token: string;
  #known?: KnownObjects;
  #created = 0;
  readonly #logs: string[] = [];

  private constructor(
    simulator: PaletteSimulator,
    visitor: PaletteVisitor,
    token: string,
  ) {
    this.#simulator = simulator;
    this.#visitor = visitor;
    this.#token = token;
  }

  /** Every answer of the route, one for each object that it can be asked about. */
  async visit(route: string): Promise<TourAnswer[]> {
    const [method, path] = route.split(' ');
    this.#known ??= await exploreSimulator(this.#visitor, this.#token);
    const answers: TourAnswer[] = [];
    for (const address of await this.#addressesOf(path, this.#known)) {
      const test = this.#visitor.call(
        method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete',
        address,
        this.#token,
        this.#projectFor(method, path, this.#known),
      );
      const response = await (['POST', 'PATCH', 'PUT'].includes(method)
        ? test.send(PATCHES[path] ?? this.#bodyFor(path, this.#known))
        : test);
      if (path === LOGS && response.status === 201) {
        this.#logs.push(response.body.uid);
      }
      answers.push({
        route,
        status: response.status,
        type: response.type,
        body: response.text === '' ? undefined : response.body,
      });
    }
    if (answers.some(({ status }) => status === 201)) {
      this.#known = undefined;
    }
    return answers;
  }

  /** Creation needs a project, everything else is seen in the whole tenant. */
  #projectFor(method: string, path: string, { projectUid }: KnownObjects) {
    return method === 'POST' && /^\/v1\/spectroclusters\/[\w-]/.test(path)
      ? projectUid
      : undefined;
  }

  #bodyFor(path: string, { groupUid }: KnownObjects): object {
    if (path.endsWith('/authenticate')) {
      return LOGIN;
    }
    if (path.endsWith('/revoke')) {
      return { tokens: [] };
    }
    const [, cloud] = /cloudconfigs\/([\w-]+)\//.exec(path) ?? [];
    if (cloud) {
      return newCluster(cloud, 'pools').spec.machinepoolconfig.slice(-1)[0];
    }
    if (!path.startsWith('/v1/spectroclusters/')) {
      return {};
    }
    const type = path.split('/')[3];
    this.#created += 1;
    const name = `toured-${this.#created}`;
    return HOST_TYPES.includes(type)
      ? newCluster(type, name)
      : newVirtualCluster(groupUid, name);
  }

  async #addressesOf(path: string, known: KnownObjects): Promise<string[]> {
    if (path.includes('/auth/refresh/')) {
      return [path.replace('{}', await authenticate(this.#visitor))];
    }
    if (path.includes('/features/logFetcher/{}')) {
      this.#simulator.control.passTime(LOGS_TAKE_SECONDS);
      return this.#logs.map(uid => path.replace('{}', uid));
    }
    const [, cloud] = /cloudconfigs\/([\w-]+)\/\{\}/.exec(path) ?? [];
    if (cloud) {
      return known.pools
        .filter(pool => pool.cloud === cloud)
        .flatMap(({ configUid, names }) => [
          ...new Set(
            names.map(name =>
              path.replace('{}', configUid).replace('{}', name),
            ),
          ),
        ]);
    }
    if (path.startsWith('/v1/clouds/')) {
      return placesOf(path, known);
    }
    const query = QUERIES[path.split('/').pop() ?? ''] ?? '';
    return fill(path, known).map(address => address + query);
  }
}

/** An address of what a cloud offers, asked of an account of it. */
function placesOf(path: string, { bySegment }: KnownObjects): string[] {
  const cloud = path.split('/')[3];
  const [account] = bySegment[`cloudaccounts/${cloud}`];
  const place = path
    .replace('projects/{}', 'projects/acme-platform-prod')
    .replace('regions/{}', `regions/${REGION_OF[cloud]}`)
    .replace('subscriptions/{}', 'subscriptions/one');
  // Machines of Google are the same for every account.
  const query = path.includes('/clouds/gcp/regions/')
    ? ''
    : `?cloudAccountUid=${account}`;
  return [`${place}${query}`];
}

/** The path with each candidate for its first parameter, then for the next. */
function fill(path: string, known: KnownObjects): string[] {
  const [before, ...after] = path.split('{}');
  if (after.length === 0) {
    return [path];
  }
  const segments = before.split('/').filter(Boolean);
  const candidates =
    known.bySegment[segments.slice(-2).join('/')] ??
    known.bySegment[segments.slice(-1)[0]];
  if (!candidates) {
    throw new Error(`The tour does not know what comes after ${before}`);
  }
  return candidates.flatMap(value =>
    fill(`${before}${value}${after.join('{}')}`, known),
  );
}
