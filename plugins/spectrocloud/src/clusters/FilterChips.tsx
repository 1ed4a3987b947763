import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { spectroCloudTranslationRef } from '../translation';
import {
  type ClusterFilter,
  FILTER_COLUMNS,
  type FilterColumn,
} from './clusterRows';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: theme.spacing(0, 0, 2),
    padding: 0,
    listStyle: 'none',
  },
  chip: { margin: 0, maxWidth: '100%' },
}));

/** Every filter that is set, also one that nothing matches, each with a way to drop it. */
export const FilterChips = (props: {
  filter: ClusterFilter;
  wordOf: (column: FilterColumn, value: string) => string;
  onChange: (change: Partial<ClusterFilter>) => void;
  onClear: () => void;
}) => {
  const { filter, wordOf, onChange, onClear } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const chips = [
    ...(filter.search
      ? [
          {
            text: `${t('clusters.search')}: ${filter.search}`,
            without: { search: '' },
          },
        ]
      : []),
    ...FILTER_COLUMNS.flatMap(column =>
      filter[column].map(value => ({
        text: `${t(`clusters.${column}`)}: ${wordOf(column, value)}`,
        without: { [column]: filter[column].filter(one => one !== value) },
      })),
    ),
  ];
  if (chips.length === 0) {
    return null;
  }
  return (
    <ul className={classes.root} aria-label={t('clusters.activeFilters')}>
      {chips.map(({ text, without }) => (
        <li key={text}>
          <Chip
            className={classes.chip}
            component="button"
            clickable
            label={text}
            aria-label={t('clusters.removeFilter', { filter: text })}
            icon={<CloseIcon fontSize="small" aria-hidden="true" />}
            onClick={() => onChange(without)}
          />
        </li>
      ))}
      <li>
        <Button size="small" onClick={onClear}>
          {t('common.clearFilters')}
        </Button>
      </li>
    </ul>
  );
};
