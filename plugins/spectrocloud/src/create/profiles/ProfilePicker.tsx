import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ProfileGroup } from '@terasky/backstage-plugin-spectrocloud-react';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { SearchField } from '../../components/SearchField';
import { spectroCloudTranslationRef } from '../../translation';

/** More than this nobody looks through; a search is quicker. */
const MOST_ROWS = 20;

const useStyles = makeStyles(theme => ({
  root: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 2),
  },
  list: { listStyle: 'none', margin: theme.spacing(1, 0), padding: 0 },
  facts: { color: theme.palette.text.secondary },
}));

/** A profile among those that can be chosen. */
export interface Choice {
  group: ProfileGroup;
  picked: boolean;
}

/** The profiles of one kind to choose from, by their names; all of them are here, so that a search asks nobody. */
export const ProfilePicker = (props: {
  title: string;
  single: boolean;
  choices: Choice[];
  onToggle: (group: ProfileGroup) => void;
}) => {
  const { title, single, choices, onToggle } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const name = useId();
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search).trim().toLowerCase();
  const found = useMemo(
    () =>
      choices.filter(
        ({ group, picked }) =>
          picked ||
          `${group.name} ${group.description ?? ''}`
            .toLowerCase()
            .includes(wanted),
      ),
    [choices, wanted],
  );
  // What is chosen is always in sight.
  const inOrder = [
    ...found.filter(({ picked }) => picked),
    ...found.filter(({ picked }) => !picked),
  ];
  const rows = inOrder.slice(0, MOST_ROWS);
  const Box = single ? Radio : Checkbox;
  return (
    <fieldset className={classes.root}>
      <div className={classes.head}>
        <Typography component="legend" variant="subtitle1">
          {title}
        </Typography>
        {choices.length > 5 && (
          <SearchField
            label={t('create.profiles.search')}
            value={search}
            onChange={setSearch}
          />
        )}
      </div>
      {rows.length === 0 && (
        <Typography variant="body2">{t('create.profiles.none')}</Typography>
      )}
      <ul className={classes.list}>
        {rows.map(({ group, picked }) => (
          <li key={group.versions[0].uid}>
            <FormControlLabel
              control={
                <Box
                  color="primary"
                  name={single ? name : undefined}
                  checked={picked}
                  onChange={() => onToggle(group)}
                />
              }
              label={
                <>
                  <bdi>{group.name}</bdi>{' '}
                  <Typography
                    component="span"
                    variant="body2"
                    className={classes.facts}
                  >
                    <bdi>{group.description}</bdi>
                  </Typography>
                </>
              }
            />
          </li>
        ))}
      </ul>
      {inOrder.length > rows.length && (
        <Typography variant="body2" role="status">
          {t('create.profiles.more', { count: inOrder.length - rows.length })}
        </Typography>
      )}
    </fieldset>
  );
};
