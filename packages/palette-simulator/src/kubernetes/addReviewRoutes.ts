import express, { type Router } from 'express';
import type { KubernetesUser } from './authenticate';
import { requireRight, rightsOf } from './rbac';
import { KubernetesStatus } from './Status';

const AUTHENTICATION = '/apis/authentication.k8s.io/v1';
const AUTHORIZATION = '/apis/authorization.k8s.io/v1';

/** What somebody may ask about themselves: who they are, and what they may do. */
export function addReviewRoutes(router: Router): void {
  // Of any type, as the API server that takes YAML as well.
  router.use(express.json({ type: () => true }));
  router.post(`${AUTHENTICATION}/selfsubjectreviews`, (_req, res) => {
    const { name, groups }: KubernetesUser = res.locals.user;
    res.status(201).json({
      kind: 'SelfSubjectReview',
      apiVersion: 'authentication.k8s.io/v1',
      metadata: { creationTimestamp: null },
      status: { userInfo: { username: name, groups } },
    });
  });
  router.post(`${AUTHORIZATION}/selfsubjectrulesreviews`, (req, res) => {
    const namespace = String(req.body?.spec?.namespace ?? '');
    if (!namespace) {
      throw new KubernetesStatus(400, 'no namespace on request');
    }
    const rights = rightsOf(res.locals.user).filter(
      ({ namespaces }) =>
        namespaces.includes('*') || namespaces.includes(namespace),
    );
    res.status(201).json({
      kind: 'SelfSubjectRulesReview',
      apiVersion: 'authorization.k8s.io/v1',
      metadata: { creationTimestamp: null },
      spec: {},
      status: {
        resourceRules: [
          // As everybody who is authenticated may.
          {
            verbs: ['create'],
            apiGroups: ['authentication.k8s.io', 'authorization.k8s.io'],
            resources: [
              'selfsubjectreviews',
              'selfsubjectaccessreviews',
              'selfsubjectrulesreviews',
            ],
          },
          ...rights.map(({ verbs }) => ({
            verbs,
            apiGroups: ['*'],
            resources: ['*'],
          })),
        ],
        nonResourceRules: [],
        incomplete: false,
      },
    });
  });
  router.post(`${AUTHORIZATION}/selfsubjectaccessreviews`, (req, res) => {
    const { verb, resource, namespace } =
      req.body?.spec?.resourceAttributes ?? {};
    res.status(201).json({
      kind: 'SelfSubjectAccessReview',
      apiVersion: 'authorization.k8s.io/v1',
      metadata: { creationTimestamp: null },
      status: {
        allowed: isAllowed(res.locals.user, {
          verb: String(verb),
          resource: String(resource),
          namespace: namespace ? String(namespace) : undefined,
        }),
      },
    });
  });
}

function isAllowed(
  user: KubernetesUser,
  asked: Parameters<typeof requireRight>[1],
): boolean {
  try {
    requireRight(user, asked);
    return true;
  } catch {
    return false;
  }
}
