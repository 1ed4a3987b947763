import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { SearchField } from '../components/SearchField';
import { spectroCloudTranslationRef } from '../translation';
import {
  type ClusterFilter,
  type ClusterRow,
  FILTER_COLUMNS,
  valuesOf,
} from './clusterRows';
import { ColumnFilter } from './ColumnFilter';
import { FilterChips } from './FilterChips';
import { useValueWord } from './useValueWord';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
    '& > *': { flex: '1 1 130px' },
  },
  search: { flex: '2 1 260px' },
}));

export const ClusterFilters = (props: {
  rows: ClusterRow[];
  filter: ClusterFilter;
  onChange: (change: Partial<ClusterFilter>) => void;
  onClear: () => void;
}) => {
  const { rows, filter, onChange, onClear } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const wordOf = useValueWord();
  const options = useMemo(
    () =>
      FILTER_COLUMNS.map(column => ({
        column,
        values: valuesOf(rows, column),
      })),
    [rows],
  );
  return (
    <>
      <div
        className={classes.root}
        role="search"
        aria-label={t('clusters.filters')}
      >
        <SearchField
          className={classes.search}
          label={t('clusters.search')}
          value={filter.search}
          onChange={search => onChange({ search })}
        />
        {options
          .filter(({ values }) => values.length > 0)
          .map(({ column, values }) => (
            <ColumnFilter
              key={column}
              column={column}
              values={values}
              picked={filter[column]}
              onChange={onChange}
            />
          ))}
      </div>
      <FilterChips
        filter={filter}
        wordOf={wordOf}
        onChange={onChange}
        onClear={onClear}
      />
    </>
  );
};
