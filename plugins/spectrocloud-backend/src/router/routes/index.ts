import type { Route } from '../route';
import { clusterChangeRoutes } from './clusterChanges';
import { clusterDetailRoutes } from './clusterDetails';
import { clusterRoutes } from './clusters';
import { creationRoutes } from './creation';
import { infrastructureRoutes } from './infrastructure';
import { kubeconfigRoutes } from './kubeconfigs';
import { peopleRoutes } from './people';
import { kubernetesRoutes } from './kubernetes';
import { profileRoutes } from './profiles';
import { userRoutes } from './users';
import { virtualClusterRoutes } from './virtualClusters';

/** Every route of the API but `/health`. */
export const routes: Route[] = [
  ...userRoutes,
  // After those of a user's own: '/users/:uid' would match them.
  ...peopleRoutes,
  ...clusterRoutes,
  ...clusterDetailRoutes,
  ...kubeconfigRoutes,
  ...kubernetesRoutes,
  ...virtualClusterRoutes,
  ...profileRoutes,
  ...infrastructureRoutes,
  ...creationRoutes,
  ...clusterChangeRoutes,
];
