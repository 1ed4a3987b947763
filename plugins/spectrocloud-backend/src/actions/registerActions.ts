import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActionRunner, type ActionRunnerOptions } from './ActionRunner';
import { registerDiagnoseCluster } from './diagnoseCluster';
import { registerGetCluster } from './getCluster';
import { registerGetClusterEvents } from './getClusterEvents';
import { registerGetCostByProject } from './getCostByProject';
import { registerGetFleetHealth } from './getFleetHealth';
import { registerGetKubeconfigLink } from './getKubeconfigLink';
import { registerGetPackManifest } from './getPackManifest';
import { guardActions } from './guardActions';
import {
  registerGetClusterGroup,
  registerListCloudAccounts,
  registerListClusterGroups,
} from './infrastructureReads';
import { registerListAccess } from './listAccess';
import { registerListClusters } from './listClusters';
import { registerListProfiles } from './listProfiles';
import { registerListProjects } from './listProjects';
import { registerPreviewUpgrade } from './previewUpgrade';
import {
  registerListClusterProfiles,
  registerListProfileClusters,
  registerListProfilePacks,
  registerListProfileVariables,
} from './profileReads';
import { registerWhoAmI } from './whoAmI';
import { applyProfileUpdateAction } from './writing/applyProfileUpdateAction';
import { approveRepaveAction } from './writing/approveRepaveAction';
import { createClusterAction } from './writing/createClusterAction';
import { registerWrite } from './writing/registerWrite';
import type { WritingDeps } from './writing/WriteAction';

/** What the actions need. */
export interface ActionsOptions extends ActionRunnerOptions {
  /** Where people sign in: `app.baseUrl`. */
  appUrl?: string;
  /** Base URL of the plugin as clients reach it. */
  getApiUrl: () => Promise<string>;
  /** What changes are made with; without it there are none. */
  writing?: WritingDeps;
}

/** Offers Palette to MCP clients and the CLI, as whoever invokes; changes only where the configuration says so. */
export function registerActions(
  unguarded: Pick<ActionsRegistryService, 'register'>,
  { appUrl, getApiUrl, writing, ...options }: ActionsOptions,
): void {
  const runner = new ActionRunner(options);
  const registry = guardActions(unguarded, { appUrl, multiline: ['content'] });
  registerWhoAmI(registry, runner);
  registerListProjects(registry, runner);
  registerListAccess(registry, runner);

  registerGetFleetHealth(registry, runner);
  registerGetCostByProject(registry, runner);
  registerListClusters(registry, runner);
  registerGetCluster(registry, runner);
  registerDiagnoseCluster(registry, runner);
  registerGetClusterEvents(registry, runner);
  registerPreviewUpgrade(registry, runner);
  registerListClusterProfiles(registry, runner);
  registerGetPackManifest(registry, runner);
  registerGetKubeconfigLink(registry, runner, getApiUrl);

  registerListProfiles(registry, runner);
  registerListProfilePacks(registry, runner);
  registerListProfileVariables(registry, runner);
  registerListProfileClusters(registry, runner);

  registerListClusterGroups(registry, runner);
  registerGetClusterGroup(registry, runner);
  registerListCloudAccounts(registry, runner);

  if (writing) {
    registerWrite(registry, runner, createClusterAction, writing);
    registerWrite(registry, runner, approveRepaveAction, writing);
    registerWrite(registry, runner, applyProfileUpdateAction, writing);
  }
}
