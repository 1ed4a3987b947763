import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { outageAwareHttpAuth } from './auth/outageAwareHttpAuth';
import { waitingDatabase } from './database/waitingDatabase';
import { rootHttpRouter } from './rootHttpRouter';

/**
 * The services that every plugin stands on, where this backend has its own
 * instead of the framework's.
 */
export const foundation = createBackendFeatureLoader({
  *loader() {
    yield waitingDatabase;
    yield rootHttpRouter;
    yield outageAwareHttpAuth;
  },
});
