import type { ClusterEvent } from '@terasky/backstage-plugin-spectrocloud-common';

/** The events in which every word is found, and of the severity, if one is given. */
export function filterEvents(
  events: ClusterEvent[],
  filter: { search: string; severity: string },
): ClusterEvent[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  return events.filter(({ severity, reason, message, source }) => {
    const text = [reason, message, source].join(' ').toLowerCase();
    return (
      (!filter.severity || severity === filter.severity) &&
      words.every(word => text.includes(word))
    );
  });
}
