import type { Readable } from 'node:stream';
import type { PaletteClient } from '../PaletteClient';
import { palettePath } from '../palettePath';

/** `v1ClusterLogFetcher`; the vendor does not say which states there are. */
export interface V1LogFetcher {
  metadata?: { uid?: string };
  spec?: { clusterUid?: string; log?: string };
  status?: { state?: string };
}

/** What Palette is to collect. */
export interface LogFetcherRequest {
  mode: 'cluster' | 'app';
  noOfLines?: number;
  k8s?: { namespaces: string[] };
}

/** Has the cluster's agent send its logs to Palette. */
export async function postLogFetcher(
  client: PaletteClient,
  uid: string,
  body: LogFetcherRequest,
  projectUid?: string,
): Promise<{ uid?: string }> {
  return client.json({
    method: 'POST',
    path: palettePath`/v1/spectroclusters/${uid}/features/logFetcher`,
    body,
    projectUid,
    // Each would have the agent collect once more.
    idempotent: false,
    change: true,
  });
}

/** How far Palette is with the logs that were asked for. */
export async function fetchLogFetcher(
  client: PaletteClient,
  uid: string,
  requestId: string,
  projectUid?: string,
): Promise<V1LogFetcher> {
  return client.json({
    path: palettePath`/v1/spectroclusters/${uid}/features/logFetcher`,
    query: { requestId },
    projectUid,
  });
}

/** The collected logs as Palette sends them; not read here. */
export async function streamLogs(
  client: PaletteClient,
  logFetcherUid: string,
  projectUid?: string,
): Promise<Readable> {
  return client.streamFile({
    path: palettePath`/v1/spectroclusters/features/logFetcher/${logFetcherUid}/download`,
    projectUid,
  });
}
