import { Progress } from '@backstage/core-components';
import { useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { configApiRef } from '../api/coreApiRefs';
import { SignInCard } from './SignInCard';
import { usePaletteSignIn } from './usePaletteSignIn';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(6, 2), textAlign: 'center' },
}));

/** The page with Palette as the only way in. */
export const PaletteAlone = ({ onSignInSuccess }: SignInPageProps) => {
  const classes = useStyles();
  const configApi = useApi(configApiRef);
  const { state, error, start } = usePaletteSignIn(onSignInSuccess);
  if (state === 'checking') {
    return <Progress />;
  }
  return (
    <main className={classes.root}>
      <Typography variant="h3" component="h1">
        {configApi.getOptionalString('app.title') ?? 'Backstage'}
      </Typography>
      <SignInCard
        waiting={state === 'waiting'}
        error={error}
        onSignIn={start}
      />
    </main>
  );
};
