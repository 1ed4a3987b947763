import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import ErrorIcon from '@material-ui/icons/ErrorOutline';
import { spectroCloudAuthTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(1.5),
    padding: theme.spacing(1.5),
    borderLeft: `4px solid ${theme.palette.error.main}`,
    borderRadius: theme.shape.borderRadius,
    background: theme.palette.action.hover,
    textAlign: 'left',
    overflowWrap: 'anywhere',
  },
  title: { fontWeight: 700 },
}));

/** Titles by the name of the error; its message says what to do. */
const TITLES = {
  PopupBlockedError: 'errors.popupBlockedTitle',
  PopupClosedError: 'errors.popupClosedTitle',
  WrongOriginError: 'errors.wrongOriginTitle',
  AccessDeniedError: 'errors.accessDeniedTitle',
  UserNotInCatalogError: 'errors.userNotInCatalogTitle',
  UserChangedError: 'errors.userChangedTitle',
  OtherUserError: 'errors.otherUserTitle',
  SessionUnavailableError: 'errors.unavailableTitle',
} as const;

const TEXTS = {
  PopupBlockedError: 'errors.popupBlocked',
  PopupClosedError: 'errors.popupClosed',
} as const;

const has = <T extends object>(map: T, key: PropertyKey): key is keyof T =>
  key in map;

/** Why a sign-in failed, and what to do. */
export const SignInErrorMessage = ({ error }: { error: Error }) => {
  const { t } = useTranslationRef(spectroCloudAuthTranslationRef);
  const classes = useStyles();
  const { name, message } = error;
  return (
    <div className={classes.root} role="alert">
      <ErrorIcon color="error" aria-hidden="true" />
      <div>
        <Typography className={classes.title}>
          {t(has(TITLES, name) ? TITLES[name] : 'signIn.failed')}
        </Typography>
        <Typography variant="body2">
          {has(TEXTS, name) ? t(TEXTS[name]) : message}
        </Typography>
      </div>
    </div>
  );
};
