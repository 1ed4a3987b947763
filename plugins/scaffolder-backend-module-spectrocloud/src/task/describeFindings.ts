import type { ClusterFinding } from '@terasky/backstage-plugin-spectrocloud-common';
import { oneLine } from './oneLine';

/** More than anybody reads in a log. */
const MAX_FINDINGS = 20;

/** What Palette found wrong with a cluster, a line for each. */
export function describeFindings(findings: ClusterFinding[]): string {
  return [
    'Palette does not accept the cluster:',
    ...findings
      .slice(0, MAX_FINDINGS)
      .map(({ field, message }) => `- ${oneLine(field)}: ${oneLine(message)}`),
  ].join('\n');
}
