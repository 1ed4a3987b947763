import type { Route } from '../route';
import { clusterAccessRoutes } from './clusterAccess';
import { clusterChangeRoutes } from './clusterChanges';
import { clusterDetailRoutes } from './clusterDetails';
import { clusterLogRoutes } from './clusterLogs';
import { clusterRoutes } from './clusters';
import { creationRoutes } from './creation';
import { infrastructureRoutes } from './infrastructure';
import { kubeconfigRoutes } from './kubeconfigs';
import { notificationRoutes } from './notifications';
import { peopleRoutes } from './people';
import { kubernetesRoutes } from './kubernetes';
import { profileExportRoutes } from './profileExport';
import { placementRoutes } from './placement';
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
  ...clusterAccessRoutes,
  ...notificationRoutes,
  ...kubeconfigRoutes,
  ...kubernetesRoutes,
  ...virtualClusterRoutes,
  ...profileRoutes,
  ...profileExportRoutes,
  ...infrastructureRoutes,
  ...placementRoutes,
  ...creationRoutes,
  ...clusterChangeRoutes,
  ...clusterLogRoutes,
];
