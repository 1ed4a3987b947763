import type { RecordedAnswers, RecordedCluster } from './recordAnswers';

const SEARCH = '/v1/dashboard/spectroclusters/search';
const META = '/v1/dashboard/spectroclusters/meta';
const PROJECT_NAMES = '/v1/dashboard/projects/metadata';
const ONE_CLUSTER = /^\/v1\/(dashboard\/)?spectroclusters\/([0-9a-f]{24})$/;
const MAX_PAGE_SIZE = 50;

type Scope = string | undefined;

/** A text that is sent with another uid in place of its own. */
type Template = (uid: string) => string;

function templateOf(body: string, uid: string): Template {
  const parts = body.split(uid);
  return other => parts.join(other);
}

/** The bodies about clusters and projects, each made once. */
export class ClusterAnswers {
  readonly #answers: RecordedAnswers;
  readonly #byUid: Map<string, RecordedCluster>;
  readonly #bodies = new Map<string, Buffer>();
  readonly #overview: Template;
  readonly #whole: Template;

  constructor(answers: RecordedAnswers) {
    this.#answers = answers;
    this.#byUid = new Map(answers.clusters.map(c => [c.uid, c]));
    const [{ uid, overview, whole }] = answers.clusters;
    this.#overview = templateOf(overview, uid);
    this.#whole = templateOf(whole, uid);
  }

  /** The answer to a path; undefined where there is none. */
  find(path: string, query: string, scope: Scope): string | Buffer | undefined {
    const cluster = ONE_CLUSTER.exec(path);
    if (cluster) {
      const [, dashboard, uid] = cluster;
      return this.#cluster(uid, Boolean(dashboard));
    }
    switch (path) {
      case SEARCH:
        return this.#once(`${path} ${query} ${scope}`, () =>
          this.#page(new URLSearchParams(query), scope),
        );
      case META:
        return this.#once(`${path} ${scope}`, () =>
          this.#within(scope).map(({ uid, projectUid }) => ({
            metadata: { uid, annotations: { projectUid } },
          })),
        );
      case PROJECT_NAMES:
        return this.#once(path, () => ({ items: this.#answers.projects }));
      default:
        return undefined;
    }
  }

  /** Any uid has a cluster, so that no two reads need be of the same one. */
  #cluster(uid: string, dashboard: boolean): string {
    const known = this.#byUid.get(uid);
    if (known) return dashboard ? known.overview : known.whole;
    return dashboard ? this.#overview(uid) : this.#whole(uid);
  }

  #page(query: URLSearchParams, scope: Scope): object {
    const found = this.#within(scope);
    const start = Number(query.get('continue') ?? 0);
    const end = start + Number(query.get('limit') ?? MAX_PAGE_SIZE);
    return {
      items: found.slice(start, end).map(({ row }) => row),
      listmeta: {
        continue: end < found.length ? String(end) : '',
        count: found.length,
        limit: end - start,
        offset: start,
      },
    };
  }

  #within(scope: Scope): RecordedCluster[] {
    return this.#answers.clusters.filter(
      ({ projectUid }) => scope === undefined || projectUid === scope,
    );
  }

  #once(key: string, make: () => object): Buffer {
    const known = this.#bodies.get(key);
    if (known) return known;
    const body = Buffer.from(JSON.stringify(make()));
    this.#bodies.set(key, body);
    return body;
  }
}
