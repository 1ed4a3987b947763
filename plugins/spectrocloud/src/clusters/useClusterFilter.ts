import { useCallback, useMemo } from 'react';
import { useAddressParams } from '../routing/useAddressParams';
import { type ClusterFilter, FILTER_COLUMNS } from './clusterRows';

const KEYS = ['search', ...FILTER_COLUMNS] as const;

const NOTHING = Object.fromEntries(
  KEYS.map(key => [key, key === 'search' ? '' : []]),
) as unknown as ClusterFilter;

/** The filter, kept in the address so that it can be shared and survives a reload. */
export function useClusterFilter() {
  const [params, setParams] = useAddressParams();
  const filter = useMemo(
    () =>
      ({
        search: params.get('search') ?? '',
        ...Object.fromEntries(
          FILTER_COLUMNS.map(column => [
            column,
            [...new Set(params.getAll(column).filter(Boolean))],
          ]),
        ),
      }) as ClusterFilter,
    [params],
  );
  const setFilter = useCallback(
    (change: Partial<ClusterFilter>) =>
      setParams(
        current => {
          for (const [key, value] of Object.entries(change)) {
            current.delete(key);
            [value].flat().forEach(one => one && current.append(key, one));
          }
          // What is shown then begins at its first page.
          current.delete('page');
          return current;
        },
        { replace: true },
      ),
    [setParams],
  );
  const clear = useCallback(() => setFilter(NOTHING), [setFilter]);
  const active = KEYS.some(key => filter[key].length > 0);
  return { filter, setFilter, clear, active };
}
