import { useCallback, useMemo } from 'react';
import { useAddressParams } from '../routing/useAddressParams';

export const PAGE_SIZES = [20, 50, 100];

/** How a table is looked at. */
export interface TableQuery {
  /** Id of the column; the first one by default. */
  sort?: string;
  descending: boolean;
  /** From 0. */
  page: number;
  size: number;
}

/** Sort, page and size of the page's table, kept in its address. */
export function useTableQuery() {
  const [params, setParams] = useAddressParams();
  const query = useMemo<TableQuery>(
    () => ({
      sort: params.get('sort') ?? undefined,
      descending: params.get('order') === 'desc',
      page: Math.max(Math.trunc(Number(params.get('page'))) - 1 || 0, 0),
      size:
        PAGE_SIZES.find(size => size === Number(params.get('size'))) ??
        PAGE_SIZES[0],
    }),
    [params],
  );
  const setQuery = useCallback(
    (change: Partial<TableQuery>) =>
      setParams(
        current => {
          // Another order or size begins at the first page.
          const next = { ...query, page: 0, ...change };
          const keep = (key: string, value: string | undefined) =>
            value ? current.set(key, value) : current.delete(key);
          keep('sort', next.sort);
          keep('order', next.descending ? 'desc' : undefined);
          keep('page', next.page > 0 ? String(next.page + 1) : undefined);
          keep(
            'size',
            next.size === PAGE_SIZES[0] ? undefined : String(next.size),
          );
          return current;
        },
        { replace: true },
      ),
    [query, setParams],
  );
  return { query, setQuery };
}
