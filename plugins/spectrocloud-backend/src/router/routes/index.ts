import type { Route } from '../route';
import { clusterRoutes } from './clusters';
import { userRoutes } from './users';

/** Every route of the API but `/health`. */
export const routes: Route[] = [...userRoutes, ...clusterRoutes];
