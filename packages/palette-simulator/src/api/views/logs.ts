import type { Cluster } from '../../seed/types';

const SECOND_MS = 1000;
const SOURCES = ['palette-controller', 'kubelet', 'kube-apiserver', 'coredns'];

/** What the logs of a cluster say, the last lines before they were asked for. */
export function logText(
  { name, health }: Cluster,
  { requestedAt, lines }: NonNullable<Cluster['logRequests']>[number],
): string {
  return Array.from({ length: lines }, (_, index) => {
    const time = new Date(requestedAt - (lines - index) * SECOND_MS);
    const source = SOURCES[index % SOURCES.length];
    return `${time.toISOString()} ${name} ${source}: cluster is ${health}\n`;
  }).join('');
}
