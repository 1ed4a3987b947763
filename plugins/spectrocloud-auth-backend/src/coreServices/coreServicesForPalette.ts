import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { waitingDatabase } from './database/waitingDatabase';
import { outageAwareHttpAuth } from './httpAuth/outageAwareHttpAuth';
import { rootHttpRouter } from './rootHttpRouter/rootHttpRouter';

/**
 * Adds {@link rootHttpRouter}, {@link waitingDatabase} and
 * {@link outageAwareHttpAuth} to a backend. One that has a service of its own for
 * any of them keeps it.
 *
 * @public
 */
export const coreServicesForPalette = createBackendFeatureLoader({
  *loader() {
    yield waitingDatabase;
    yield rootHttpRouter;
    yield outageAwareHttpAuth;
  },
});
