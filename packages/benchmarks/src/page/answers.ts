const CLUSTERS = 5_000;
const PROJECTS = 40;
const CLOUDS = ['aws', 'eks', 'azure', 'gke', 'vsphere'];
const LIFE_SECONDS = 3_600;
const USER = 'user:default/dana';

/** More than any fleet that Palette is known to manage has. */
const clusters = Array.from({ length: CLUSTERS }, (_, index) => ({
  metadata: {
    uid: `uid-${index}`,
    name: `cluster-${index}`,
    labels: { [`team-${index % 25}`]: 'spectro__tag' },
    creationTimestamp: '2026-01-01T10:00:00Z',
  },
  spec: {
    cloudType: CLOUDS[index % CLOUDS.length],
    projectName: `project-${index % PROJECTS}`,
    kubernetesVersion: `1.${30 + (index % 3)}.1`,
    nodes: { size: index % 9 },
  },
  status: {
    state: 'Running',
    health: { state: index % 7 === 0 ? 'UnHealthy' : 'Healthy' },
  },
}));

const signedIn = {
  providerInfo: {
    idToken: '',
    accessToken: '',
    scope: 'openid profile email',
    expiresInSeconds: LIFE_SECONDS,
  },
  profile: { email: 'dana@acme.example', displayName: 'Dana' },
  backstageIdentity: {
    token: 'token',
    expiresInSeconds: LIFE_SECONDS,
    identity: {
      type: 'user',
      userEntityRef: USER,
      ownershipEntityRefs: [USER],
    },
  },
};

const me = {
  name: 'Dana',
  email: 'dana@acme.example',
  userUid: 'dana',
  tenantUid: 'tenant',
  tenantName: 'acme',
  instance: 'demo',
  tenantPermissions: [],
  projectPermissions: {},
  session: { environment: 'development' },
};

const ANSWERS: Array<[path: RegExp, body: unknown]> = [
  [/^\/api\/auth\/spectrocloud\/refresh$/, signedIn],
  [/^\/api\/spectrocloud\/users\/me$/, me],
  [/^\/api\/spectrocloud\/clusters$/, { clusters }],
  [/^\/api\/spectrocloud\/clusters\/meta$/, { clusters: [] }],
  [/^\/api\/spectrocloud\/virtualclusters$/, { virtualClusters: [] }],
];

/** What the backend would answer, as far as the measured pages ask it for. */
export function answerOf(path: string): { status: number; body: unknown } {
  const found = ANSWERS.find(([pattern]) => pattern.test(path));
  return found
    ? { status: 200, body: found[1] }
    : { status: 404, body: { error: { name: 'NotFoundError', message: '' } } };
}
