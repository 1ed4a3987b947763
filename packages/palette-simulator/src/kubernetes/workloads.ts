import type { Cluster } from '../seed/types';
import { uidOf } from '../seed/uid';

/** A Kubernetes object, as far as all of them are alike. */
export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    namespace: string;
    uid: string;
    creationTimestamp: string;
    labels: Record<string, string>;
    ownerReferences?: unknown[];
  };
  [field: string]: unknown;
}

interface App {
  name: string;
  namespace: string;
  replicas: number;
  image: string;
}

const APPS: App[] = [
  {
    name: 'payment-gateway',
    namespace: 'payments',
    replicas: 2,
    image: 'registry.acme.example/payment-gateway:3.4.1',
  },
  {
    name: 'storefront',
    namespace: 'shop',
    replicas: 3,
    image: 'registry.acme.example/storefront:7.0.2',
  },
  {
    name: 'coredns',
    namespace: 'kube-system',
    replicas: 2,
    image: 'registry.k8s.io/coredns/coredns:v1.11.3',
  },
];

/** The namespaces of every cluster. */
export const NAMESPACES = [...new Set(APPS.map(({ namespace }) => namespace))];

/** All that runs in a cluster, by the plural names of its kinds; one pod of an unhealthy cluster doesn't. */
export function workloadsOf(
  cluster: Cluster,
): Record<string, KubernetesObject[]> {
  const isHealthy = cluster.health === 'Healthy';
  const parts = APPS.map(app => partsOf(cluster, app, isHealthy));
  const all = (kind: keyof (typeof parts)[number]) =>
    parts.flatMap(part => part[kind]);
  return {
    pods: all('pods'),
    deployments: all('deployments'),
    replicasets: all('replicasets'),
    services: all('services'),
    events: all('events'),
  };
}

function partsOf(cluster: Cluster, app: App, isHealthy: boolean) {
  const { name, replicas, image } = app;
  const labels = { app: name, 'backstage.io/kubernetes-id': name };
  const make = object(cluster, app, labels);
  const template = {
    metadata: { labels },
    spec: { containers: [{ name, image, ports: [{ containerPort: 8080 }] }] },
  };
  const ready = isHealthy ? replicas : replicas - 1;
  const deployment = make('apps/v1', 'Deployment', name, {
    spec: { replicas, selector: { matchLabels: labels }, template },
    status: {
      observedGeneration: 1,
      replicas,
      updatedReplicas: replicas,
      readyReplicas: ready,
      availableReplicas: ready,
      conditions: [
        {
          type: 'Available',
          status: isHealthy ? 'True' : 'False',
          reason: isHealthy
            ? 'MinimumReplicasAvailable'
            : 'MinimumReplicasUnavailable',
          message: '',
          lastTransitionTime: cluster.createdAt,
          lastUpdateTime: cluster.createdAt,
        },
      ],
    },
  });
  const replicaset = make('apps/v1', 'ReplicaSet', `${name}-6d4b8`, {
    owner: deployment,
    spec: { replicas, selector: { matchLabels: labels }, template },
    status: { replicas, readyReplicas: ready, availableReplicas: ready },
  });
  const pods = Array.from({ length: replicas }, (_, index) =>
    make('v1', 'Pod', `${name}-6d4b8-${index + 1}`, {
      owner: replicaset,
      spec: { nodeName: `node-${index + 1}`, ...template.spec },
      status: podStatus(cluster, app, isHealthy || index > 0),
    }),
  );
  const service = make('v1', 'Service', name, {
    spec: {
      type: 'ClusterIP',
      clusterIP: '10.96.0.17',
      selector: { app: name },
      ports: [{ name: 'http', port: 80, targetPort: 8080, protocol: 'TCP' }],
    },
    status: { loadBalancer: {} },
  });
  return {
    deployments: [deployment],
    replicasets: [replicaset],
    pods,
    services: [service],
    events: pods.map(pod => eventOf(make, pod, cluster)),
  };
}

type Make = ReturnType<typeof object>;

function object(
  cluster: Cluster,
  { namespace }: App,
  labels: Record<string, string>,
) {
  return (
    apiVersion: string,
    kind: string,
    name: string,
    {
      owner,
      ...fields
    }: { owner?: KubernetesObject } & Record<string, unknown>,
  ): KubernetesObject => ({
    apiVersion,
    kind,
    metadata: {
      name,
      namespace,
      uid: uidOf('kubernetes', cluster.uid, `${kind} ${namespace} ${name}`),
      creationTimestamp: cluster.createdAt,
      labels,
      ...(owner && {
        ownerReferences: [
          {
            apiVersion: owner.apiVersion,
            kind: owner.kind,
            name: owner.metadata.name,
            uid: owner.metadata.uid,
            controller: true,
          },
        ],
      }),
    },
    ...fields,
  });
}

function podStatus(cluster: Cluster, { name, image }: App, isUp: boolean) {
  const conditions = [
    'PodScheduled',
    'Initialized',
    'ContainersReady',
    'Ready',
  ];
  return {
    phase: 'Running',
    podIP: '10.244.1.12',
    startTime: cluster.createdAt,
    conditions: conditions.map((type, index) => ({
      type,
      status: isUp || index < 2 ? 'True' : 'False',
      lastTransitionTime: cluster.createdAt,
    })),
    containerStatuses: [
      {
        name,
        image,
        imageID: `${image}@sha256:0`,
        ready: isUp,
        started: isUp,
        restartCount: isUp ? 0 : 14,
        state: isUp
          ? { running: { startedAt: cluster.createdAt } }
          : {
              waiting: {
                reason: 'CrashLoopBackOff',
                message: `back-off 5m0s restarting failed container=${name}`,
              },
            },
      },
    ],
  };
}

function eventOf(
  make: Make,
  { metadata }: KubernetesObject,
  cluster: Cluster,
): KubernetesObject {
  return make('v1', 'Event', `${metadata.name}.1`, {
    type: 'Normal',
    reason: 'Started',
    message: 'Started container',
    count: 1,
    firstTimestamp: cluster.createdAt,
    lastTimestamp: cluster.createdAt,
    involvedObject: {
      kind: 'Pod',
      name: metadata.name,
      namespace: metadata.namespace,
      uid: metadata.uid,
    },
  });
}
