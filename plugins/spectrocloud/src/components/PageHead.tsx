import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { explainError } from '@terasky/backstage-plugin-spectrocloud-react';
import type { PropsWithChildren } from 'react';
import { spectroCloudTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    [theme.breakpoints.down('xs')]: { gap: theme.spacing(1) },
    flexWrap: 'wrap',
    minHeight: 40,
    marginBottom: theme.spacing(2),
  },
  title: {
    margin: 0,
    minWidth: 0,
    fontSize: theme.typography.h5.fontSize,
    overflowWrap: 'anywhere',
  },
  error: { flex: 1, textAlign: 'right' },
  space: { flex: 1 },
}));

/** Heading of a page with its actions, and why the last refresh failed. */
export const PageHead = (
  props: PropsWithChildren<{ title: string; error?: Error }>,
) => {
  const { title, error, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  return (
    <div className={classes.root}>
      <Typography variant="h5" component="h2" className={classes.title}>
        {title}
      </Typography>
      {error ? (
        <Typography
          className={classes.error}
          color="error"
          variant="body2"
          role="alert"
        >
          {t(`error.${explainError(error)}Title`)}
        </Typography>
      ) : (
        <span className={classes.space} />
      )}
      {children}
    </div>
  );
};
