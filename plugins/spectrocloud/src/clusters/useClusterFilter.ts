import { useCallback, useMemo } from 'react';
import { useAddressParams } from '../routing/useAddressParams';
import { type ClusterFilter, FILTER_COLUMNS } from './clusterRows';

const KEYS = ['search', ...FILTER_COLUMNS] as const;

/** The filter, kept in the address so that it can be shared and survives a reload. */
export function useClusterFilter() {
  const [params, setParams] = useAddressParams();
  const filter = useMemo(
    () =>
      Object.fromEntries(
        KEYS.map(key => [key, params.get(key) ?? '']),
      ) as unknown as ClusterFilter,
    [params],
  );
  const setFilter = useCallback(
    (change: Partial<ClusterFilter>) =>
      setParams(
        current => {
          const next = new URLSearchParams(current);
          for (const [key, value] of Object.entries(change)) {
            if (value) next.set(key, value);
            else next.delete(key);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  const clear = useCallback(
    () => setFilter(Object.fromEntries(KEYS.map(key => [key, '']))),
    [setFilter],
  );
  return { filter, setFilter, clear, active: KEYS.some(key => filter[key]) };
}
