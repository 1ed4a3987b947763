import { useMemo } from 'react';
import { stateOf } from '../components/stateOf';
import { useClusters } from '../clusters/useClusters';

/** What the list of clusters says of each: its state, or that it is unhealthy; nothing until it is there. */
export function useClusterStates(): (uid: string) => string | undefined {
  const { value } = useClusters();
  return useMemo(() => {
    const states = new Map(
      value?.map(({ metadata, status, virtual }) => {
        const lifecycle =
          virtual?.lifecycle === 'Running' ? undefined : virtual?.lifecycle;
        const state = stateOf(lifecycle ?? status.state);
        const health = stateOf(status.health?.state);
        return [
          metadata.uid,
          state === 'Running' && health === 'UnHealthy' ? health : state,
        ];
      }),
    );
    return uid => states.get(uid);
  }, [value]);
}
