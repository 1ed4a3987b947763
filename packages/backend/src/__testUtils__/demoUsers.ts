import type { Entity } from '@backstage/catalog-model';

/** The catalog users of the demo: one answers to an e-mail, the other to its local part. */
export const demoUsers: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'ada', namespace: 'default' },
    spec: {
      profile: {
        displayName: 'Ada Admin',
        email: 'ada.admin@spectro.example',
      },
      memberOf: [],
    },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'dev.dana', namespace: 'default' },
    spec: { profile: { displayName: 'Dana Developer' }, memberOf: [] },
  },
];

/** A component that runs on the demo's clusters, in a namespace of its own. */
export const demoComponent: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payment-gateway',
    namespace: 'default',
    annotations: {
      'backstage.io/kubernetes-id': 'payment-gateway',
      'backstage.io/kubernetes-namespace': 'payments',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'payments' },
};
