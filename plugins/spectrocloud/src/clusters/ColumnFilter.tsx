import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import { FilterAdd } from '../components/FilterAdd';
import { useLatest } from '../components/useLatest';
import { spectroCloudTranslationRef } from '../translation';
import type { ClusterFilter, FilterColumn } from './clusterRows';
import { useValueWord } from './useValueWord';

/** Adds values of one column to the filter. */
export const ColumnFilter = (props: {
  column: FilterColumn;
  values: string[];
  picked: string[];
  onChange: (change: Partial<ClusterFilter>) => void;
}) => {
  const { column, values, picked, onChange } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const wordOf = useValueWord();
  const labelOf = useCallback(
    (value: string) => wordOf(column, value),
    [wordOf, column],
  );
  const change = useLatest((next: string[]) => onChange({ [column]: next }));
  return (
    <FilterAdd
      label={t(`clusters.${column}`)}
      picked={picked}
      options={values}
      labelOf={labelOf}
      onChange={change}
    />
  );
};
