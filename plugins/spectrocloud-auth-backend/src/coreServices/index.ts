/**
 * Backstage's core services, for a backend that handles Palette's codes and
 * outlives an outage of its database: to be added to it in one line.
 *
 * @packageDocumentation
 */

export { coreServicesForPalette as default } from './coreServicesForPalette';
export { outageAwareHttpAuth } from './httpAuth/outageAwareHttpAuth';
export { redactRequest } from '../provider/redactRequest';
export { rootHttpRouter } from './rootHttpRouter/rootHttpRouter';
export { waitingDatabase } from './database/waitingDatabase';
