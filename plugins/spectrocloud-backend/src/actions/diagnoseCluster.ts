import {
  type Cluster,
  spectroCloudClusterViewInfoPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { z } from 'zod';
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
import type { Registry } from './guardActions';
import { projectInput, uidInput } from './inputs';
import { registerRead } from './readAction';

const MAX_ROWS = 20;

const text = z.string().optional();
const output = z.object({
  uid: z.string(),
  name: z.string(),
  project: text,
  cloud: text,
  state: text,
  health: text,
  lastHeardAt: text.describe('When its agent reported last, ISO 8601'),
  kubernetesVersion: text,
  conditions: z
    .array(
      z.object({
        type: z.string(),
        status: z.string(),
        reason: text,
        message: text,
        since: text.describe('ISO 8601'),
      }),
    )
    .describe('Those that are not fulfilled'),
  healthConditions: z.array(z.object({ type: text, message: text })),
  packs: z
    .array(
      z.object({
        name: text,
        version: text,
        status: text,
        reason: text,
        message: text,
      }),
    )
    .describe('Those that are not installed and ready'),
  machines: z
    .array(
      z.object({
        pool: z.string(),
        name: z.string(),
        state: text,
        health: text,
      }),
    )
    .describe('Those that are not running and healthy'),
  repave: z
    .object({ state: text, since: text, message: text })
    .optional()
    .describe('Where nodes have to be replaced'),
  changes: z
    .array(z.object({ at: text, what: z.array(z.string()) }))
    .describe('Upgrades and replacements, the latest first'),
  events: z
    .array(
      z.object({
        timestamp: text,
        severity: text,
        reason: text,
        message: text,
        source: text,
      }),
    )
    .describe('Warnings first, then the latest'),
  updatesAvailable: z.array(z.object({ profile: text, version: text })),
  unread: z
    .array(z.enum(['machines', 'events', 'repave', 'updates']))
    .describe('What Palette did not tell'),
});

type Diagnosis = z.infer<typeof output>;
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
    output,
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
