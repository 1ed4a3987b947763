import { isError } from '@backstage/errors';
import type { PaletteClient } from '../PaletteClient';
import { palettePath } from '../palettePath';
import type { V1ComplianceScan, V1ComplianceScanLogs } from '../v1clusterScans';

/** Which compliance scans there are, and how they went. */
export interface V1Scans {
  setUp: V1ComplianceScan;
  /** None of a Palette, or for a role, that doesn't tell. */
  logs?: V1ComplianceScanLogs;
}

const NOT_TOLD = ['NotFoundError', 'NotAllowedError'];

/**
 * Which compliance scans of a cluster are set up, with their runs.
 *
 * @throws what Palette answers; not found where no scan was set up
 */
export async function fetchScans(
  client: PaletteClient,
  uid: string,
  projectUid?: string,
): Promise<V1Scans> {
  const path = palettePath`/v1/spectroclusters/${uid}/features/complianceScan`;
  const [setUp, logs] = await Promise.all([
    client.json<V1ComplianceScan>({ path, projectUid }),
    client
      .json<V1ComplianceScanLogs>({
        path: palettePath`/v1/spectroclusters/${uid}/features/complianceScan/logs/drivers`,
        projectUid,
      })
      .catch(error => {
        if (isError(error) && NOT_TOLD.includes(error.name)) return undefined;
        throw error;
      }),
  ]);
  return { setUp, logs };
}
