import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import Button from '@material-ui/core/Button';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import BookmarkIcon from '@material-ui/icons/BookmarkBorder';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import { type FormEvent, useId, useState } from 'react';
import { PopoverButton } from '../components/PopoverButton';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { useAddressParams } from '../routing/useAddressParams';
import { spectroCloudTranslationRef } from '../translation';
import { MAX_NAME_LENGTH, toViewQuery, useSavedViews } from './useSavedViews';

const useStyles = makeStyles(theme => ({
  panel: { padding: theme.spacing(2), width: 320, maxWidth: '100%' },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  view: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    '& a': { overflowWrap: 'anywhere' },
  },
  form: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    marginTop: theme.spacing(2),
  },
}));

/** Opens a view that the user has saved, or saves the one that is shown. */
export const SavedViews = () => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const nameId = useId();
  const { clusters } = usePaletteLinks();
  const [params] = useAddressParams();
  const { views, save, remove, isFull } = useSavedViews();
  const [name, setName] = useState('');
  const [hasFailed, setFailed] = useState(false);
  const query = toViewQuery(params);
  const isNew = !views.some(view => view.name === name.trim());

  const attempt = (change: Promise<void>) =>
    change.then(
      () => setFailed(false),
      () => setFailed(true),
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    attempt(save({ name: name.trim(), query }));
    setName('');
  };
  return (
    <PopoverButton
      title={t('views.title')}
      icon={<BookmarkIcon />}
      className={classes.panel}
    >
      {close => (
        <>
          {views.length === 0 && (
            <Typography variant="body2">{t('views.none')}</Typography>
          )}
          <ul className={classes.list}>
            {views.map(view => (
              <li key={view.name} className={classes.view}>
                <Link
                  href={view.query ? `${clusters}?${view.query}` : clusters}
                  aria-current={view.query === query ? 'true' : undefined}
                  onClick={close}
                >
                  {view.name}
                </Link>
                <IconButton
                  size="small"
                  aria-label={t('views.remove', { name: view.name })}
                  onClick={() => attempt(remove(view.name))}
                >
                  <DeleteIcon fontSize="small" />
                </IconButton>
              </li>
            ))}
          </ul>
          <form className={classes.form} onSubmit={submit}>
            <TextField
              id={nameId}
              label={t('views.name')}
              value={name}
              onChange={event => setName(event.target.value)}
              variant="outlined"
              size="small"
              fullWidth
              inputProps={{ maxLength: MAX_NAME_LENGTH }}
              helperText={isFull && isNew ? t('views.full') : undefined}
            />
            <Button
              type="submit"
              color="primary"
              disabled={!name.trim() || (isFull && isNew)}
            >
              {t('views.save')}
            </Button>
          </form>
          {hasFailed && (
            <Typography variant="body2" color="error" role="alert">
              {t('views.failed')}
            </Typography>
          )}
        </>
      )}
    </PopoverButton>
  );
};
