import type { PaletteClient } from '../palette/PaletteClient';
import type { PaletteReader } from '../reads/PaletteReader';
import { locateCluster } from './locateCluster';

/** One of Palette's answers about a cluster. */
export interface ClusterPart<V1, T> {
  /** Names the read in the cache. */
  operation: string;
  fetch: (
    client: PaletteClient,
    uid: string,
    projectUid?: string,
  ) => Promise<V1>;
  map: (answer: V1) => T;
}

/** A part of a cluster that Palette tells in one call, held for a few seconds. */
export async function readClusterPart<V1, T>(
  reader: PaletteReader,
  { operation, fetch, map }: ClusterPart<V1, T>,
  uid: string,
  givenProjectUid?: string,
): Promise<T> {
  const projectUid = await locateCluster(reader, uid, givenProjectUid);
  return reader.list(operation, [uid, projectUid], async shared =>
    map(await fetch(shared.client, uid, projectUid)),
  );
}
