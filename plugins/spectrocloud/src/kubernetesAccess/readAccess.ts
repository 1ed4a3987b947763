import type {
  ApiOptions,
  KubernetesCluster,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { explainRefusal, type Refusal } from './explainRefusal';
import { findClusterName } from './findClusterName';
import type { KubernetesApi } from './kubernetesApi';
import { type IdTokenClaims, readIdToken } from './readIdToken';

const WHO_AM_I = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
const MY_RULES = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';

/** What some verbs may be done to. */
export interface Rule {
  verbs: string[];
  resources: string[];
}

/** How a user stands with a cluster. */
export type Access =
  | { kind: 'gap'; gap: NonNullable<KubernetesCluster['gap']> }
  | { kind: 'unlisted' }
  | { kind: 'signedOut' }
  | {
      kind: 'refused';
      refusal: Refusal;
      token: IdTokenClaims;
      expected: KubernetesCluster['access'];
    }
  | {
      kind: 'signedIn';
      name: string;
      groups: string[];
      token: IdTokenClaims;
      rules: Rule[];
    };

/** Who is asked. */
export interface AccessSources {
  palette: SpectroCloudApi;
  kubernetes: KubernetesApi;
  /** The user's ID token; empty where there is none. */
  getIdToken(): Promise<string>;
  /** Names of the Palettes. */
  instances: string[];
}

/** What the cluster says who the user is and what they may do in a namespace, or why it refuses. */
export async function readAccess(
  sources: AccessSources,
  asked: { uid: string; namespace: string },
  options: ApiOptions,
): Promise<Access> {
  const { palette, kubernetes, getIdToken, instances } = sources;
  const list = await palette.listKubernetesClusters(options);
  const cluster = list.find(({ uid }) => uid === asked.uid);
  if (!cluster) return { kind: 'unlisted' };
  if (cluster.gap) return { kind: 'gap', gap: cluster.gap };
  const known = await kubernetes.getClusters();
  const clusterName = findClusterName(
    cluster,
    instances,
    known.map(({ name }) => name),
  );
  if (!clusterName) return { kind: 'unlisted' };
  const idToken = await getIdToken();
  if (!idToken) return { kind: 'signedOut' };
  const token = readIdToken(idToken);
  const review = async (path: string, spec: object) =>
    post(kubernetes, { clusterName, path, spec, signal: options.signal });
  const who = await review(WHO_AM_I, {});
  if (!who.ok) {
    const expected = cluster.access;
    return {
      kind: 'refused',
      refusal: explainRefusal(who, token, expected?.oidc, new Date()),
      token,
      expected,
    };
  }
  const rules = await review(MY_RULES, { namespace: asked.namespace });
  return {
    kind: 'signedIn',
    token,
    ...userOf(who.body),
    rules: rulesOf(rules.body),
  };
}

async function post(
  kubernetes: KubernetesApi,
  options: {
    clusterName: string;
    path: string;
    spec: object;
    signal?: AbortSignal;
  },
): Promise<{ ok: boolean; status: number; body: unknown }> {
  const { clusterName, path, spec, signal } = options;
  const [, , group, version] = path.split('/');
  const kind = path.endsWith('rulesreviews')
    ? 'SelfSubjectRulesReview'
    : 'SelfSubjectReview';
  const response = await kubernetes.proxy({
    clusterName,
    path,
    init: {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ apiVersion: `${group}/${version}`, kind, spec }),
      signal,
    },
  });
  const body: unknown = await response.json().catch(() => undefined);
  return { ok: response.ok, status: response.status, body };
}

interface Review {
  status?: {
    userInfo?: { username?: string; groups?: string[] };
    resourceRules?: Array<{ verbs?: string[]; resources?: string[] }>;
  };
}

function userOf(body: unknown): { name: string; groups: string[] } {
  const { username, groups } =
    (body as Review | undefined)?.status?.userInfo ?? {};
  return { name: username ?? '', groups: groups ?? [] };
}

/** Without what everybody may ask about themselves. */
function rulesOf(body: unknown): Rule[] {
  const rules = (body as Review | undefined)?.status?.resourceRules ?? [];
  return rules
    .map(({ verbs = [], resources = [] }) => ({
      verbs,
      resources: resources.filter(name => !name.startsWith('selfsubject')),
    }))
    .filter(({ resources }) => resources.length > 0);
}
