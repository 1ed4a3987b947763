import {
  type Cluster,
  spectroCloudClusterViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { toProfileUpdate, toRepave } from '../mapping/clusterUpkeep';
import {
  fetchProfileUpdates,
  fetchRepave,
} from '../palette/endpoints/clusterDetails';
import { getCluster } from '../queries/getCluster';
import { listClusterEvents } from '../queries/listClusterEvents';
import { listNodePools } from '../queries/listNodePools';
import { readClusterPart } from '../queries/readClusterPart';
import type { PaletteReader } from '../reads/PaletteReader';
import type { ActionRunner } from './ActionRunner';
import { type Diagnosis, diagnosisSchema } from './diagnosis';
import type { Registry } from './guardActions';
import { projectInput, uidInput } from './inputs';
import { registerRead } from './readAction';

const MAX_ROWS = 20;

type Part = Diagnosis['unread'][number];

const isFulfilled = (status: string) => status.toLowerCase() === 'true';

function conditionsOf({ status }: Cluster): Diagnosis['conditions'] {
  return status.conditions
    .filter(condition => !isFulfilled(condition.status))
    .slice(0, MAX_ROWS)
    .map(({ lastTransitionTime, ...condition }) => ({
      ...condition,
      since: lastTransitionTime,
    }));
}

function packsOf({ status }: Cluster): Diagnosis['packs'] {
  return status.packs
    .filter(({ condition }) => condition && !isFulfilled(condition.status))
    .slice(0, MAX_ROWS)
    .map(({ name, version, condition }) => ({
      name,
      version,
      status: condition?.status,
      reason: condition?.reason,
      message: condition?.message,
    }));
}

async function machinesOf(
  reader: PaletteReader,
  uid: string,
  projectUid?: string,
): Promise<Diagnosis['machines']> {
  const pools = await listNodePools(reader, uid, projectUid);
  return pools
    .flatMap(({ name: pool, machines }) =>
      machines.map(({ name, state, health }) => ({
        pool,
        name,
        state,
        health,
      })),
    )
    .filter(
      ({ state, health }) =>
        state?.toLowerCase() !== 'running' ||
        (health !== undefined && health.toLowerCase() !== 'healthy'),
    )
    .slice(0, MAX_ROWS);
}

async function eventsOf(
  reader: PaletteReader,
  uid: string,
  projectUid?: string,
): Promise<Diagnosis['events']> {
  const events = await listClusterEvents(reader, uid, projectUid);
  const isWarning = ({ severity }: { severity?: string }) =>
    severity !== undefined && severity.toLowerCase() !== 'info';
  return [
    ...events.filter(isWarning),
    ...events.filter(event => !isWarning(event)),
  ].slice(0, MAX_ROWS);
}

/** A part that this Palette doesn't tell, or not to the caller, is none; anything else fails. */
async function readParts(
  reader: PaletteReader,
  uid: string,
  projectUid?: string,
) {
  const unread: Part[] = [];
  const part = async <T>(
    name: Part,
    read: Promise<T>,
  ): Promise<T | undefined> =>
    read.catch(error => {
      const { name: kind } = error as Error;
      if (kind !== 'NotFoundError' && kind !== 'NotAllowedError') throw error;
      unread.push(name);
      return undefined;
    });
  const [machines, events, repave, updates] = await Promise.all([
    part('machines', machinesOf(reader, uid, projectUid)),
    part('events', eventsOf(reader, uid, projectUid)),
    part(
      'repave',
      readClusterPart(
        reader,
        { operation: 'cluster-repave', fetch: fetchRepave, map: toRepave },
        uid,
        projectUid,
      ),
    ),
    part(
      'updates',
      readClusterPart(
        reader,
        {
          operation: 'cluster-updates',
          fetch: fetchProfileUpdates,
          map: profiles => ({ updates: profiles.map(toProfileUpdate) }),
        },
        uid,
        projectUid,
      ),
    ),
  ]);
  return { machines, events, repave, updates, unread };
}

/** All that Palette tells of what is wrong with a cluster. */
export function registerDiagnoseCluster(
  registry: Registry,
  runner: ActionRunner,
): void {
  registerRead(registry, runner, {
    name: 'diagnose-palette-cluster',
    title: 'Diagnose a Palette cluster',
    description:
      'Says what is wrong with one SpectroCloud Palette cluster, host or virtual: conditions that are not fulfilled, packs and machines that are not ready, warnings, what changed lately, and what waits for somebody.',
    permission: spectroCloudClusterViewInfoPermission,
    input: zod => ({
      uid: uidInput(zod, 'Uid of the cluster'),
      projectUid: projectInput(zod),
    }),
    output: diagnosisSchema,
    async answer({ reader }, { uid, projectUid: given }) {
      const cluster = await getCluster(reader, uid, given);
      const { metadata, spec, status } = cluster;
      const parts = await readParts(reader, uid, given ?? spec.projectUid);
      const { repave, unread } = parts;
      return {
        uid: metadata.uid,
        name: metadata.name,
        project: spec.projectName,
        cloud: spec.cloudType,
        state: status.state,
        health: status.health?.state,
        lastHeardAt: status.health?.lastHeartBeatTimestamp,
        kubernetesVersion: spec.kubernetesVersion,
        conditions: conditionsOf(cluster),
        healthConditions: (status.health?.conditions ?? []).slice(0, MAX_ROWS),
        packs: packsOf(cluster),
        machines: parts.machines ?? [],
        repave: repave?.state
          ? {
              state: repave.state,
              since: repave.since,
              message: repave.message,
            }
          : undefined,
        changes: (status.upgrades ?? [])
          .map(({ at, reasons }) => ({ at, what: reasons.slice(0, MAX_ROWS) }))
          .sort((a, b) => (b.at ?? '').localeCompare(a.at ?? ''))
          .slice(0, MAX_ROWS),
        events: parts.events ?? [],
        updatesAvailable: (parts.updates?.updates ?? [])
          .slice(0, MAX_ROWS)
          .map(({ name, version }) => ({ profile: name, version })),
        unread,
      };
    },
  });
}
