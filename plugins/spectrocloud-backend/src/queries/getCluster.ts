import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { Cluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { PaletteFailedError } from '../errors/PaletteErrors';
import { toCluster } from '../mapping/clusters';
import { isGone } from '../mapping/common';
import { toListedCluster } from '../mapping/listedCluster';
import {
  fetchClusterOverview,
  fetchWholeCluster,
} from '../palette/endpoints/clusters';
import type { V1ClusterOverview } from '../palette/v1';
import type { PaletteReader } from '../reads/PaletteReader';
import { SharedAnswer } from '../reads/SharedAnswer';
import { getProjectNames } from './getProjectNames';
import { findHeldCluster } from './ClusterList';
import { locateCluster } from './locateCluster';

/** The cards of one page ask one after the other; nobody takes it for a cluster's present state for longer. */
const HELD_MS = 2_000;

interface Place {
  uid: string;
  projectUid?: string;
}

/** Everything about one cluster: `answerCluster`'s answer. */
export async function getCluster(
  reader: PaletteReader,
  uid: string,
  projectUid?: string,
): Promise<Cluster> {
  return (await answerCluster(reader, uid, projectUid)).value;
}

/**
 * Everything about one cluster, from where Palette's limits let it come.
 *
 * Palette's dashboard, which knows all of it, answers ten calls a second to all
 * users together. While a list that shows the cluster is held, it isn't asked:
 * the whole object is read, for which five times as many calls are allowed, and
 * the list tells the rest.
 */
export async function answerCluster(
  reader: PaletteReader,
  uid: string,
  givenProjectUid?: string,
): Promise<SharedAnswer<Cluster>> {
  const projectUid = await locateCluster(reader, uid, givenProjectUid);
  const place = { uid, projectUid };
  return reader.one(
    'cluster',
    [uid, projectUid],
    async shared => new SharedAnswer(await readCluster(shared, place)),
    { holdMs: HELD_MS },
  );
}

async function readCluster(
  reader: PaletteReader,
  place: Place,
): Promise<Cluster> {
  const { uid, projectUid } = place;
  const held = findHeldCluster(reader, uid, [projectUid]);
  if (!held || reader.fresh) return readFromDashboard(reader, place);
  const readAt = new Date();
  try {
    const whole = await fetchWholeCluster(reader.client, uid, projectUid);
    if (isGone(whole)) throw gone();
    return toListedCluster(whole, { ...held, detailsReadAt: readAt });
  } catch (error) {
    // Too large, as the whole object may be with the values of its packs.
    if (!(error instanceof PaletteFailedError)) throw error;
    return readFromDashboard(reader, place);
  }
}

function gone(): Error {
  return new NotFoundError('The cluster was deleted');
}

async function readFromDashboard(
  reader: PaletteReader,
  { uid, projectUid }: Place,
): Promise<Cluster> {
  const readAt = new Date();
  const [overview, projectNames] = await Promise.all([
    fetchClusterOverview(reader.client, uid, projectUid),
    projectNamesOf(reader, { uid, projectUid }),
  ]);
  if (isGone(overview)) throw gone();
  const clusterType = await readClusterType(reader, overview, {
    uid,
    projectUid,
  });
  return toCluster(overview, projectNames, { projectUid, clusterType, readAt });
}

/** A held list tells the name of the only project that matters. */
async function projectNamesOf(
  reader: PaletteReader,
  { uid, projectUid }: Place,
): Promise<ReadonlyMap<string, string>> {
  const held = findHeldCluster(reader, uid, [projectUid]);
  const { projectUid: of, projectName } = held?.cluster.summary.spec ?? {};
  return of && projectName
    ? new Map([[of, projectName]])
    : getProjectNames(reader);
}

/** Only imported clusters are of a type worth a call: Palette manages all others. */
async function readClusterType(
  reader: PaletteReader,
  { status }: V1ClusterOverview,
  { uid, projectUid }: Place,
): Promise<string | undefined> {
  if (!status?.clusterImport?.isBrownfield) return undefined;
  try {
    const { spec } = await fetchWholeCluster(reader.client, uid, projectUid);
    return spec?.clusterType;
  } catch (error) {
    // Too large, or not for the caller: the page is worth more than its type.
    if (
      error instanceof PaletteFailedError ||
      error instanceof NotFoundError ||
      error instanceof NotAllowedError
    ) {
      return undefined;
    }
    throw error;
  }
}
