import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import { spectroCloudTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 3),
    marginTop: theme.spacing(2),
  },
}));

/** Where there is more: the page in Backstage, and Palette itself; none, where an app has neither. */
export const PaletteLinksRow = (props: { page?: string; console?: string }) => {
  const { page, console: consoleUrl } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  if (!page && !consoleUrl) return null;
  return (
    <div className={classes.root}>
      {page && <Link href={page}>{t('entity.details')}</Link>}
      {consoleUrl && (
        <Link href={consoleUrl} target="_blank" rel="noopener noreferrer">
          {t('entity.openInPalette')}
        </Link>
      )}
    </div>
  );
};
