/**
 * Answers of Palette, shaped as the vendor's schema (see paletteSchema.json),
 * with every secret that such an answer can hold spelled `SECRET`.
 */

const metadata = (uid: string, name: string, projectUid = 'project-1') => ({
  uid,
  name,
  annotations: {
    projectUid,
    scope: 'project',
    permissions: 'cluster.get,cluster.update',
    kubeconfigSecret: 'SECRET',
  },
  labels: { team: 'spectro__tag' },
  creationTimestamp: '2026-05-01T10:00:00.000Z',
  lastModifiedTimestamp: '0001-01-01T00:00:00.000Z',
});

export const userMe = {
  metadata: { uid: 'palette-dana', name: 'Dana Developer' },
  spec: {
    emailId: 'dana@acme.example',
    firstName: 'Dana',
    lastName: 'Developer',
  },
  status: {
    activationLink: 'https://palette.example/activate/SECRET',
    tenant: { orgName: 'demo', tenantUid: 'tenant-1' },
    tenantPermissions: { tenant: ['project.list'] },
    projectPermissions: { 'project-1': ['cluster.list', 'cluster.get'] },
  },
};

export const adminMe = {
  ...userMe,
  status: {
    ...userMe.status,
    tenantPermissions: { tenant: ['cluster.list', 'cluster.get'] },
  },
};

export const userInfo = {
  orgName: 'demo',
  tenantUid: 'tenant-1',
  userUid: 'palette-dana',
};

export const user = {
  metadata: { uid: 'palette-dana', name: 'Dana Developer' },
  spec: {
    emailId: 'dana@acme.example',
    firstName: 'Dana',
    lastName: 'Developer',
  },
  status: { activationLink: 'https://palette.example/activate/SECRET' },
};

export const userSummaries = {
  items: [
    {
      metadata: metadata('palette-dana', 'Dana Developer'),
      spec: {
        emailId: 'dana@acme.example',
        firstName: 'Dana',
        lastName: 'Developer',
        projects: [{ uid: 'project-1', name: 'Payments' }],
        projectsCount: 1,
        roles: [],
        teams: [{ uid: 'team-1', name: 'payments-developers' }],
      },
      status: {
        activationLink: 'https://palette.example/activate/SECRET',
        isActive: true,
        isPasswordResetting: false,
        lastSignIn: '2026-10-01T10:00:00.000Z',
      },
    },
  ],
};

export const teamSummaries = {
  items: [
    {
      metadata: metadata('team-1', 'payments-developers'),
      spec: {
        emailId: '',
        projects: [],
        roles: [],
        users: [{ uid: 'palette-dana', name: 'Dana Developer' }],
      },
      status: {},
    },
  ],
};

export const teams = {
  items: [
    {
      metadata: metadata('team-1', 'payments-developers'),
      spec: { roles: [], sources: [], users: ['palette-dana', 'gone'] },
      status: {},
    },
  ],
  listmeta: { continue: '', count: 1, limit: 50, offset: 1 },
};

export const projectsMetadata = {
  items: [{ metadata: { uid: 'project-1', name: 'Payments' } }],
};

export const projects = {
  items: [
    {
      metadata: {
        ...metadata('project-1', 'Payments'),
        annotations: { description: 'Everything about money' },
      },
      specSummary: {
        teams: [{ uid: 'team-1', name: 'payments-developers' }],
      },
      status: {
        clustersHealth: { errored: 0, healthy: 2, running: 2, unhealthy: 0 },
        status: { isDisabled: false },
      },
    },
  ],
  listmeta: { continue: '', count: 1, limit: 50, offset: 1 },
};

const profileTemplate = {
  uid: 'profile-1',
  name: 'eks-base',
  type: 'cluster',
  cloudType: 'eks',
  version: 3,
  packs: [
    { name: 'ubuntu-eks', version: '22.04', layer: 'os', type: 'spectro' },
    {
      name: 'kubernetes-eks',
      version: '1.30.2',
      layer: 'k8s',
      type: 'spectro',
      values: 'token: SECRET',
    },
  ],
};

const health = {
  state: 'Healthy',
  agentVersion: '4.9.1',
  lastHeartBeatTimestamp: '2026-11-01T10:00:00.000Z',
  conditions: [{ type: 'Ready', message: 'all is well' }],
};

export const clusterRow = (
  uid: string,
  name: string,
  projectUid = 'project-1',
) => ({
  metadata: metadata(uid, name, projectUid),
  specSummary: {
    cloudConfig: {
      cloudType: 'eks',
      machinePools: [
        { size: 1, healthy: 1, isControlPlane: true, labels: ['master'] },
        {
          size: 3,
          healthy: 2,
          maintenanceMode: 1,
          isControlPlane: false,
          labels: ['worker'],
        },
      ],
      hybridMachinePools: [
        {
          cloudType: 'edge-native',
          size: 2,
          healthy: 1,
          isControlPlane: false,
          labels: ['stores'],
        },
      ],
    },
    cloudAccountMeta: { name: 'aws-prod', uid: 'account-1' },
    clusterProfileTemplates: [profileTemplate],
    projectMeta: { name: 'Payments', uid: projectUid },
  },
  status: {
    state: 'Running',
    health,
    clusterImport: { importLink: 'https://palette.example/import/SECRET' },
    metrics: {
      cpu: { total: 24_000, usage: 8_400, unit: 'MilliCore' },
      memory: { total: 100_663_296, usage: 35_232_153, unit: 'KiB' },
    },
    hourlyRate: { total: 1.14 },
    notifications: { isAvailable: true },
    repave: { state: 'Pending' },
  },
});

export const virtualRow = (
  uid: string,
  name: string,
  projectUid = 'project-1',
) => ({
  ...clusterRow(uid, name, projectUid),
  specSummary: {
    cloudConfig: { cloudType: 'nested' },
    projectMeta: { name: 'Payments', uid: projectUid },
  },
  status: {
    state: 'Running',
    health,
    virtual: {
      clusterGroup: { uid: 'group-1', name: 'beehive', kind: 'clustergroup' },
      hostCluster: { uid: 'cluster-1', name: 'prod', kind: 'spectrocluster' },
      lifecycleStatus: { status: 'Running' },
    },
  },
});

/** Hosts and virtual clusters come together. */
export const clusterSearch = {
  items: [
    clusterRow('cluster-1', 'prod'),
    clusterRow('cluster-2', 'stage'),
    virtualRow('virtual-1', 'sandbox'),
  ],
  listmeta: { continue: '', count: 3, limit: 50, offset: 3 },
};

export const clusterMeta = clusterSearch.items.map(
  ({ metadata: of, specSummary }) => ({
    metadata: of,
    spec: {
      cloudType: specSummary.cloudConfig.cloudType,
      cloudRegion: 'eu-west-1',
      clusterType: 'PureManage',
    },
    status: { state: 'Running' },
  }),
);

export const clusterOverview = {
  metadata: metadata('cluster-1', 'prod'),
  spec: {
    cloudConfig: clusterRow('cluster-1', 'prod').specSummary.cloudConfig,
    cloudaccount: { name: 'aws-prod', uid: 'account-1' },
    clusterProfileTemplates: [profileTemplate],
  },
  status: {
    state: 'Running',
    health,
    kubeMeta: {
      kubernetesVersion: '1.30.4',
      hasKubeConfig: true,
      hasKubeConfigClient: true,
    },
    conditions: [
      {
        type: 'CloudInfrastructureReady',
        status: 'True',
        reason: 'Ready',
        message: '',
        lastTransitionTime: '2026-05-01T10:20:00.000Z',
      },
    ],
    apiEndpoints: [{ host: 'prod.eks.example', port: 443 }],
    packs: [
      {
        name: 'kubernetes-eks',
        version: '1.30.2',
        type: 'spectro',
        condition: { type: 'Ready', status: 'True' },
      },
    ],
    location: { countryName: 'Ireland', regionName: 'eu-west-1' },
    clusterImport: {
      importLink: 'https://palette.example/import/SECRET',
      isBrownfield: false,
    },
  },
};

export const wholeCluster = {
  metadata: metadata('cluster-1', 'prod'),
  spec: {
    cloudType: 'eks',
    cloudConfigRef: { uid: 'config-1', kind: 'eks' },
    clusterType: 'PureManage',
    clusterProfileTemplates: [profileTemplate],
  },
  status: {
    state: 'Provisioning',
    upgrades: [
      {
        reason: ['The kubernetes pack has a newer version'],
        timestamp: '2026-06-01T10:00:00.000Z',
      },
    ],
    clusterImport: {
      importLink: 'https://palette.example/import/SECRET',
      isBrownfield: false,
    },
  },
};

export const wholeVirtualCluster = {
  ...wholeCluster,
  metadata: metadata('virtual-1', 'sandbox'),
  spec: { ...wholeCluster.spec, cloudType: 'nested' },
};

export const virtualOverview = {
  ...clusterOverview,
  metadata: metadata('virtual-1', 'sandbox'),
  spec: { cloudConfig: { cloudType: 'nested' } },
  status: {
    ...clusterOverview.status,
    virtual: virtualRow('virtual-1', 'sandbox').status.virtual,
  },
};

export const logFetcher = {
  metadata: metadata('logs-1', 'prod'),
  spec: { clusterUid: 'cluster-1', log: 'prod.log' },
  status: { state: 'Completed' },
};

export const logs = '<14>2026-06-01T10:00:00Z kubelet: node is ready\n';

export const events = {
  items: [
    {
      metadata: metadata('event-1', 'e1'),
      severity: 'Info',
      reason: 'Provisioned',
      message: 'Cluster is ready',
      source: { component: 'palette' },
    },
  ],
  listmeta: { continue: '', count: 1, limit: 50, offset: 1 },
};

const pack = {
  metadata: metadata('pack-1', 'kubernetes-eks'),
  spec: {
    name: 'kubernetes-eks',
    displayName: 'Kubernetes (EKS)',
    version: '1.30.2',
    layer: 'k8s',
    type: 'spectro',
    values: 'pack:\n  k8sHardening: true\n',
    manifests: [{ uid: 'manifest-1', name: 'rbac', kind: 'manifest' }],
  },
};

export const clusterProfilesOfCluster = {
  profiles: [
    {
      metadata: metadata('profile-1', 'eks-base'),
      spec: { type: 'cluster', cloudType: 'eks', version: 3, packs: [pack] },
    },
  ],
};

export const packManifest = {
  metadata: { uid: 'manifest-1', name: 'rbac' },
  spec: { published: { content: 'kind: Role\n', digest: 'sha256:1' } },
};

const profileContent = {
  type: 'cluster',
  cloudType: 'eks',
  packs: [
    {
      packUid: 'pack-1',
      name: 'kubernetes-eks',
      version: '1.30.2',
      layer: 'k8s',
      type: 'spectro',
    },
  ],
};

export const profileSearch = {
  items: [
    {
      metadata: metadata('profile-1', 'eks-base'),
      specSummary: {
        published: {
          ...profileContent,
          packs: [
            { ...profileContent.packs[0], displayName: 'Kubernetes (EKS)' },
          ],
        },
        version: '1.0.0',
        versions: [{ uid: 'profile-1', version: '1.0.0' }],
      },
      status: {
        isPublished: true,
        inUseClusters: [{ uid: 'cluster-1', name: 'prod' }],
      },
    },
  ],
  listmeta: { continue: '', count: 1, limit: 50, offset: 1 },
};

export const profile = {
  metadata: metadata('profile-1', 'eks-base'),
  spec: {
    published: {
      ...profileContent,
      packServerSecret: 'SECRET',
      packs: [
        {
          ...profileContent.packs[0],
          values: 'pack: {}\n',
          manifests: [{ uid: 'manifest-1', name: 'rbac', kind: 'manifest' }],
        },
      ],
    },
    version: '1.0.0',
    versions: [{ uid: 'profile-1', version: '1.0.0' }],
  },
  status: {
    isPublished: true,
    inUseClusters: [{ uid: 'cluster-1', name: 'prod', kind: 'spectrocluster' }],
  },
};

export const profilePacks = { items: [pack] };

export const profileVariables = {
  variables: [
    {
      name: 'region',
      displayName: 'Region',
      format: 'string',
      inputType: 'dropdown',
      defaultValue: 'eu-west-1',
      options: [{ value: 'eu-west-1', label: 'Ireland', default: true }],
      required: true,
      isSensitive: false,
    },
    {
      name: 'password',
      format: 'string',
      inputType: 'text',
      defaultValue: 'SECRET',
      isSensitive: true,
    },
  ],
};

export const clusterGroups = {
  summaries: [
    {
      metadata: metadata('group-1', 'beehive'),
      spec: {
        scope: 'tenant',
        endpointType: 'Ingress',
        kubernetesDistroType: 'cncf_k8s',
        hostClustersCount: 1,
        virtualClustersCount: 2,
        cpu: { allocated: 8, used: 2 },
        memory: { allocated: 32, used: 4 },
        hostClusters: [{ uid: 'cluster-1', name: 'prod' }],
      },
    },
  ],
};

export const clusterGroup = {
  metadata: metadata('group-1', 'beehive'),
  spec: {
    clusterProfileTemplates: [
      {
        uid: 'profile-2',
        name: 'base',
        packs: [
          { name: 'namespaces', version: '1.0.0', values: 'pack: SECRET' },
        ],
      },
    ],
    clusterRefs: [{ clusterUid: 'cluster-1', clusterName: 'prod' }],
    clustersConfig: {
      hostClustersConfig: [
        {
          clusterUid: 'cluster-1',
          endpointConfig: { ingressConfig: { host: '*.prod.example' } },
        },
      ],
      endpointType: 'Ingress',
      kubernetesDistroType: 'cncf_k8s',
      limitConfig: {
        cpuMilliCore: 4000,
        memoryMiB: 8192,
        storageGiB: 20,
        overSubscription: 200,
      },
      values: 'helm: values',
    },
  },
  status: { isActive: true },
};

/** Of one cloud; that an account says which is not obligatory. */
export const cloudAccounts = {
  items: [
    { kind: 'aws', metadata: metadata('account-1', 'aws-prod') },
    { metadata: metadata('account-3', 'aws-stage') },
  ],
};

export const awsRegions = {
  regions: [
    { name: 'eu-west-1', endpoint: 'ec2.eu-west-1.amazonaws.com' },
    { name: 'us-east-1', optInStatus: 'opt-in-not-required' },
  ],
};

export const awsInstanceTypes = {
  instanceTypes: [
    { type: 't3.large', cpu: 2, memory: 8, price: 0.0832 },
    { type: 'g4dn.xlarge', cpu: 4, gpu: 1, memory: 16, price: 0 },
  ],
};

export const awsVpcs = {
  vpcs: [
    {
      vpcId: 'vpc-1',
      name: 'shared',
      cidrBlock: '10.0.0.0/16',
      subnets: [
        { subnetId: 'subnet-1', az: 'eu-west-1a', name: 'a', isPrivate: true },
      ],
    },
    { vpcId: 'vpc-2', subnets: null },
  ],
};

export const clusterRate = {
  name: 'new-cluster',
  rate: { total: 0.5, compute: 0.4, storage: 0.1 },
  machinePools: [
    { name: 'worker', nodesCount: 2, rate: { total: 0.25, storage: null } },
  ],
};

export const vsphereDatacenters = {
  items: [
    { datacenter: 'north', computeclusters: ['cc1'], folders: ['palette'] },
  ],
};

export const vsphereResources = {
  datacenter: 'north',
  computecluster: {
    name: 'cc1',
    datastores: ['ds1'],
    networks: ['net1'],
    resourcePools: ['pool1'],
  },
};

export const sshKeys = {
  items: [
    {
      metadata: metadata('key-1', 'ops'),
      spec: { publicKey: 'ssh-ed25519 AAAA ops' },
    },
  ],
};

export const overlords = {
  items: [
    {
      kind: 'overlord',
      metadata: metadata('overlord-1', 'north-gateway'),
      spec: { cloudAccountUid: 'account-2', isSelfHosted: true },
      status: {
        state: 'Running',
        isActive: true,
        isReady: true,
        health,
        kubectlCommands: ['kubectl apply -f https://palette.example/SECRET'],
      },
    },
  ],
};

export const ipPools = {
  items: [
    {
      metadata: metadata('pool-1', 'north'),
      spec: {
        pool: {
          start: '10.0.0.10',
          end: '10.0.0.20',
          gateway: '10.0.0.1',
          prefix: 24,
        },
        restrictToSingleCluster: false,
      },
      status: {
        inUse: true,
        allottedIps: ['10.0.0.10'],
        availableIps: ['10.0.0.11', '10.0.0.12'],
      },
    },
  ],
};

export const cloudConfig = {
  metadata: metadata('config-1', 'prod'),
  spec: {
    machinePoolConfig: [
      {
        name: 'worker-pool',
        size: 1,
        minSize: 1,
        maxSize: 3,
        isControlPlane: false,
      },
    ],
  },
};

export const machines = {
  items: [
    {
      metadata: metadata('machine-1', 'prod-worker-0'),
      spec: { instanceType: 'm5.xlarge', az: 'eu-west-1a', vpcId: 'vpc-1' },
      status: {
        addresses: [{ address: '10.0.0.7', type: 'InternalIP' }],
        health: { state: 'healthy' },
        instanceState: 'Running',
        maintenanceStatus: { action: 'cordon', state: 'Completed' },
      },
    },
  ],
  listmeta: { continue: '', count: 1, limit: 50, offset: 1 },
};

export const metrics = {
  items: [
    {
      kind: 'cpu',
      unit: 'MilliCore',
      points: [
        { timestamp: 1_780_000_600, value: 900 },
        { timestamp: 1_780_000_000, value: 800 },
      ],
    },
  ],
};

export const clusterCost = {
  startTime: '2026-05-01T00:00:00.000Z',
  endTime: '2026-05-31T00:00:00.000Z',
  cluster: {
    cost: { total: 42.5 },
    cloud: { data: [{ timestamp: 1_780_000_000, total: 42.5 }] },
  },
};

const workload = (name: string, status: object) => ({
  metadata: {
    creationTimestamp: '2026-05-01T10:00:00.000Z',
    namespace: 'apps',
    entity: { kind: 'Deployment', name, uid: `workload-${name}` },
  },
  status,
});

export const workloads = {
  spec: {
    deployments: [workload('api', { replicas: { ready: 1, total: 2 } })],
    daemonSets: [workload('agent', { ready: 3, desiredScheduled: 3 })],
    pods: [workload('api-1', { phase: 'Running' })],
    roleBindings: [],
  },
};

export const repave = {
  spec: {
    source: 'user',
    reasons: [
      {
        code: 'PackVersionChanged',
        message: 'The kubernetes pack has a newer version',
        pack: {
          current: {
            name: 'kubernetes-eks',
            version: '1.30.2',
            values: 'token: SECRET',
          },
          target: { name: 'kubernetes-eks', version: '1.31.0' },
        },
      },
    ],
  },
  status: {
    message: '',
    repaveTransitionTime: '2026-06-01T10:00:00.000Z',
    state: 'Pending',
  },
};

/** As `repave`, before the change that it is of. */
export const repaveValidation = {
  isRepaveRequired: true,
  reasons: repave.spec.reasons,
};

export const clusterVariables = [
  {
    profileUid: 'profile-1',
    variables: [
      {
        name: 'region',
        displayName: 'Region',
        defaultValue: 'eu-central-1',
        value: 'eu-west-1',
        format: 'string',
        inputType: 'dropdown',
        options: [{ value: 'eu-west-1', label: 'Ireland', default: false }],
        required: true,
        hidden: false,
        immutable: false,
        isSensitive: false,
      },
      {
        name: 'token',
        defaultValue: 'SECRET',
        value: 'SECRET',
        format: 'string',
        isSensitive: true,
      },
    ],
  },
];

export const certificates = {
  machineCertificates: [
    {
      name: 'prod-cp-0',
      certificateAuthorities: [
        {
          name: 'ca',
          expiry: '2036-05-01T10:00:00.000Z',
          certificates: [
            { name: 'apiserver', expiry: '2027-05-01T10:00:00.000Z' },
          ],
        },
      ],
    },
  ],
};

export const profileUpdates = {
  profiles: [
    {
      uid: 'profile-1',
      name: 'eks-base',
      profileVersion: '1.1.0',
      packServerSecret: 'SECRET',
      packs: [
        {
          name: 'kubernetes-eks',
          layer: 'k8s',
          version: '1.31.0',
          values: 'token: SECRET',
        },
      ],
    },
  ],
};

export const backup = {
  spec: {
    config: {
      backupLocationName: 'eu',
      backupLocationUid: 'location-1',
      schedule: { scheduledRunTime: '0 2 * * *' },
    },
  },
  status: {
    clusterBackupStatuses: [
      {
        state: 'Completed',
        backupStatusMeta: [
          {
            backupName: 'nightly-1',
            backupState: {
              backupTime: '2026-06-01T02:00:00.000Z',
              msg: '',
              state: 'Completed',
            },
            backupedNamespaces: ['apps'],
            expiryDate: '2026-07-01T02:00:00.000Z',
          },
        ],
      },
    ],
  },
};

export const complianceScan = {
  spec: {
    driverSpec: {
      'kube-bench': { config: { schedule: { scheduledRunTime: '0 4 * * 0' } } },
    },
  },
};

export const complianceScanLogs = {
  kubeBenchLogs: [
    {
      metadata: { uid: 'log-1' },
      spec: { clusterUid: 'cluster-1', driverType: 'kube-bench' },
      status: {
        state: 'Completed',
        message: '',
        scanTime: {
          startTime: '2026-06-01T04:00:00.000Z',
          endTime: '2026-06-01T04:05:00.000Z',
        },
        reports: {
          'cp-0': { name: 'cp-0', pass: 40, fail: 2, warn: 5 },
          'worker-0': { name: 'worker-0', pass: 20, fail: 1, warn: 3 },
        },
      },
    },
  ],
  kubeHunterLogs: [
    {
      metadata: { uid: 'log-2' },
      status: {
        state: 'Completed',
        scanTime: {
          startTime: '2026-06-02T04:00:00.000Z',
          endTime: '0001-01-01T00:00:00.000Z',
        },
        reports: {
          cluster: { vulnerabilites: { high: 1, medium: 2, low: 3 } },
        },
      },
    },
  ],
  sonobuoyLogs: [],
  syftLogs: null,
};

export const namespaces = {
  items: [
    {
      metadata: { uid: 'namespace-1', name: 'apps' },
      spec: {
        isRegex: false,
        relatedObject: { kind: 'spectrocluster', uid: 'cluster-1' },
        resourceAllocation: {
          cpuCores: 8,
          memoryMiB: 16384,
          gpuConfig: { limit: -1, provider: 'nvidia' },
        },
      },
      status: { errors: [{ name: 'apps', msg: 'quota is too small' }] },
    },
    {
      metadata: { uid: 'namespace-2', name: 'team-.*' },
      spec: { isRegex: true },
    },
  ],
};

export const rbacs = {
  items: [
    {
      metadata: { uid: 'rbac-1', name: 'cluster-1' },
      spec: {
        isSystem: false,
        bindings: [
          {
            type: 'RoleBinding',
            namespace: 'apps',
            role: { kind: 'Role', name: 'deployer' },
            subjects: [
              { type: 'User', name: 'dana@acme.example' },
              { type: 'User', name: 'olga@acme.example' },
              { type: 'Group', name: 'payments' },
            ],
          },
          {
            type: 'ClusterRoleBinding',
            namespace: '',
            role: { kind: 'ClusterRole', name: 'view' },
            subjects: [
              { type: 'ServiceAccount', name: 'reader', namespace: 'apps' },
            ],
          },
        ],
      },
      status: {},
    },
  ],
};

export const importManifest = `apiVersion: v1
kind: Namespace
metadata:
  name: cluster-1
---
apiVersion: v1
kind: Secret
metadata:
  name: join
  namespace: cluster-1
stringData:
  token: join-token
`;

const notification = (
  uid: string,
  about: { kind: string; uid: string; name: string },
  action: object,
  time = '2026-06-01T10:00:00.000Z',
) => ({
  metadata: { uid, name: uid, lastModifiedTimestamp: time },
  type: 'NotificationPackUpdate',
  source: { component: 'hubble' },
  relatedObject: about,
  action: {
    actionType: 'NotifyActionPacksUpdate',
    actionMessage: `Message of ${uid}`,
    ack: false,
    isDone: false,
    isInfo: false,
    link: 'https://elsewhere.example',
    events: { 'eks-base': { digest1: 'kubernetes-eks has 1.31.0' } },
    ...action,
  },
});

const prod = { kind: 'spectrocluster', uid: 'cluster-1', name: 'prod' };

export const notifications = {
  items: [
    notification('seen', prod, { ack: true }, '2026-06-03T10:00:00.000Z'),
    notification('information', prod, { isInfo: true }),
    notification('unseen', prod, {}),
    notification('newer', prod, {}, '2026-06-02T10:00:00.000Z'),
    notification('done', prod, { isDone: true }),
    notification('hidden', { ...prod, uid: 'cluster-99' }, {}),
    notification(
      'of-a-profile',
      { kind: 'clusterprofile', uid: 'profile-1', name: 'eks-base' },
      {},
    ),
  ],
  listmeta: { continue: '', count: 7, limit: 50, offset: 7 },
};

export const exportedProfile = JSON.stringify({
  metadata: { name: 'eks-base' },
  spec: { version: '1.0.0', template: { packs: [{ name: 'kubernetes-eks' }] } },
});

export const created = { uid: 'cluster-9' };

export const validationOk = {
  machinePools: { results: [{ name: 'worker', errors: [] }] },
  profiles: [{ uid: 'profile-1', packs: { results: [] } }],
};

export const validationBad = {
  machinePools: {
    results: [
      {
        name: 'worker',
        displayName: 'Worker pool',
        errors: [{ code: 'InvalidSize', message: 'size must be at least 1' }],
      },
    ],
  },
  profiles: [
    {
      uid: 'profile-1',
      packs: {
        results: [
          {
            name: 'kubernetes-eks',
            errors: [{ code: 'Deprecated', message: 'version is deprecated' }],
          },
        ],
      },
    },
  ],
};

export const kubeconfig = `apiVersion: v1
kind: Config
clusters:
  - name: prod
    cluster: { server: 'https://prod.eks.example' }
users:
  - name: oidc
    user:
      exec:
        apiVersion: client.authentication.k8s.io/v1beta1
        command: kubectl
        args: [oidc-login, get-token]
`;

export const clusterOidc = {
  clientId: 'backstage',
  clientSecret: 'SECRET',
  issuerUrl: 'https://palette.example/v1/oidc/tenant/tenant-1',
  issuerTls: { caCertificateBase64: '', insecureSkipVerify: false },
  requiredClaims: { Email: 'email', SpectroTeam: 'groups' },
  scopes: ['openid', 'profile', 'email'],
};

export const sharedTokenKubeconfig = kubeconfig.replace(
  /user:\n\s+exec:[\s\S]*$/,
  'user: { token: eyJhbGciOiJSUzI1NiJ9.shared.token }\n',
);

export const adminKubeconfig = kubeconfig.replace(
  /user:\n\s+exec:[\s\S]*$/,
  'user: { client-certificate-data: Q0VSVA==, client-key-data: S0VZ }\n',
);
