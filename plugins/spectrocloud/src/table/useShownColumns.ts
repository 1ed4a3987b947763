import { useCallback, useMemo } from 'react';
import { useAddressParams } from '../routing/useAddressParams';
import type { PaletteColumn } from './PaletteColumn';

/** The columns that the user has chosen, kept in the address; the first one is always there. */
export function useShownColumns<Row>(
  columns: PaletteColumn<Row>[],
  usual: string[],
) {
  const [params, setParams] = useAddressParams();
  const [first] = columns;
  const text = params.get('columns');
  const shown = useMemo(() => {
    const chosen = text?.split(',') ?? usual;
    return columns.filter(({ id }) => id === first.id || chosen.includes(id));
  }, [columns, first, text, usual]);
  const toggle = useCallback(
    (id: string) =>
      setParams(
        current => {
          const before = current.get('columns')?.split(',') ?? usual;
          const after = before.includes(id)
            ? before.filter(one => one !== id)
            : [...before, id];
          const isUsual =
            after.length === usual.length &&
            usual.every(one => after.includes(one));
          if (isUsual) current.delete('columns');
          else current.set('columns', after.join(','));
          return current;
        },
        { replace: true },
      ),
    [setParams, usual],
  );
  return { shown, toggle };
}
