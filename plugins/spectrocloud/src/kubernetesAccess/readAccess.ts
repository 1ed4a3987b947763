import type {
  ApiOptions,
  KubernetesCluster,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { EntityNamespace } from './AccessNamespace';
import { explainRefusal, type Refusal } from './explainRefusal';
import { findClusterName } from './findClusterName';
import type { KubernetesApi } from './kubernetesApi';
import { type IdTokenClaims, readIdToken } from './readIdToken';

const WHO_AM_I = '/apis/authentication.k8s.io/v1/selfsubjectreviews';
const MAY_I = '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews';
const MY_RULES = '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews';
const KINDS: Record<string, string> = {
  [WHO_AM_I]: 'SelfSubjectReview',
  [MAY_I]: 'SelfSubjectAccessReview',
  [MY_RULES]: 'SelfSubjectRulesReview',
};

/** What some verbs may be done to. */
export interface Rule {
  verbs: string[];
  /** The core one is the empty text. */
  apiGroups: string[];
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
      /** Whether the cluster lets the user list pods where the Kubernetes plugin asks for the entity's. */
      mayList?: boolean;
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
  asked: { uid: string; namespace: string; entity?: EntityNamespace },
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
  const { namespace, entity } = asked;
  const [rules, mayList] = await Promise.all([
    review(MY_RULES, { namespace }),
    entity && review(MAY_I, { resourceAttributes: listPodsOf(entity) }),
  ]);
  return {
    kind: 'signedIn',
    token,
    mayList: mayList && isAllowed(mayList.body),
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
  const kind = KINDS[path];
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

/** In all namespaces where the entity names none, as the Kubernetes plugin does. */
function listPodsOf({ name = '' }: EntityNamespace) {
  return { verb: 'list', resource: 'pods', namespace: name };
}

interface Review {
  status?: {
    allowed?: boolean;
    userInfo?: { username?: string; groups?: string[] };
    resourceRules?: Array<Partial<Rule>>;
  };
}

/** Unknown where the cluster didn't say. */
function isAllowed(body: unknown): boolean | undefined {
  return (body as Review | undefined)?.status?.allowed;
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
    .map(({ verbs = [], apiGroups = [], resources = [] }) => ({
      verbs,
      apiGroups,
      resources: resources.filter(name => !name.startsWith('selfsubject')),
    }))
    .filter(({ resources }) => resources.length > 0);
}
