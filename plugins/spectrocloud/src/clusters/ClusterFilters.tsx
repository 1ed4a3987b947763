import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { cloudLabel } from '../components/cloudLabel';
import { FilterSelect } from '../components/FilterSelect';
import { SearchField } from '../components/SearchField';
import { useStateWord } from '../components/useStateWord';
import { spectroCloudTranslationRef } from '../translation';
import {
  type ClusterFilter,
  type ClusterRow,
  FILTER_COLUMNS,
  valuesOf,
} from './clusterRows';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
    '& > *': { flex: '1 1 150px' },
  },
  search: { flex: '2 1 260px' },
}));

export const ClusterFilters = (props: {
  rows: ClusterRow[];
  filter: ClusterFilter;
  onChange: (change: Partial<ClusterFilter>) => void;
}) => {
  const { rows, filter, onChange } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const stateWord = useStateWord();
  const labels: Partial<Record<string, (value: string) => string>> = {
    cloud: cloudLabel,
    state: stateWord,
    health: stateWord,
  };
  return (
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
      {FILTER_COLUMNS.map(column => (
        <FilterSelect
          key={column}
          label={t(`clusters.${column}`)}
          value={filter[column]}
          options={valuesOf(rows, column)}
          labelOf={labels[column]}
          onChange={value => onChange({ [column]: value })}
        />
      ))}
    </div>
  );
};
