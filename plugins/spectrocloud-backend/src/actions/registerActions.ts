import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActionRunner, type ActionRunnerOptions } from './ActionRunner';
import { registerGetCluster } from './getCluster';
import { registerGetClusterEvents } from './getClusterEvents';
import { registerListClusters } from './listClusters';
import { registerListProfiles } from './listProfiles';
import { registerListProjects } from './listProjects';
import { registerWhoAmI } from './whoAmI';

/** Offers Palette to MCP clients and the CLI: only reading, as whoever invokes. */
export function registerActions(
  registry: ActionsRegistryService,
  options: ActionRunnerOptions,
): void {
  const runner = new ActionRunner(options);
  registerWhoAmI(registry, runner);
  registerListProjects(registry, runner);
  registerListClusters(registry, runner);
  registerGetCluster(registry, runner);
  registerGetClusterEvents(registry, runner);
  registerListProfiles(registry, runner);
}
