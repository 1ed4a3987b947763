import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import Card from '@material-ui/core/Card';
import CircularProgress from '@material-ui/core/CircularProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { SpectroCloudIcon } from '../components/SpectroCloudIcon';
import { spectroCloudAuthTranslationRef } from '../translation';
import { SignInErrorMessage } from './SignInErrorMessage';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: theme.spacing(2.5),
    width: 420,
    maxWidth: '100%',
    margin: theme.spacing(6, 'auto'),
    padding: theme.spacing(5, 4),
    textAlign: 'center',
    borderRadius: 8,
  },
  icon: { fontSize: 48, color: theme.palette.primary.main },
  title: { margin: 0 },
}));

export const SignInCard = (props: {
  waiting: boolean;
  error?: Error;
  onSignIn: () => void;
}) => {
  const { waiting, error, onSignIn } = props;
  const { t } = useTranslationRef(spectroCloudAuthTranslationRef);
  const classes = useStyles();
  return (
    <Card className={classes.root} elevation={2}>
      <SpectroCloudIcon className={classes.icon} aria-hidden="true" />
      <div>
        <Typography variant="h4" component="h2" className={classes.title}>
          {t('signIn.title')}
        </Typography>
        <Typography color="textSecondary">{t('signIn.message')}</Typography>
      </div>
      {error && <SignInErrorMessage error={error} />}
      <Button
        color="primary"
        variant="contained"
        size="large"
        fullWidth
        disabled={waiting}
        onClick={onSignIn}
        startIcon={waiting && <CircularProgress size={18} aria-hidden="true" />}
      >
        {waiting ? t('signIn.waiting') : t('signIn.button')}
      </Button>
      <Typography variant="body2" color="textSecondary" role="status">
        {waiting ? t('signIn.waitingHint') : ''}
      </Typography>
    </Card>
  );
};
