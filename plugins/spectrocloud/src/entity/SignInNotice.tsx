import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import Button from '@material-ui/core/Button';
import { useState } from 'react';
import { spectroCloudTranslationRef } from '../translation';
import { Notice } from './Notice';
import { quietPaletteRef } from '../QuietPalette';

/** Says that Palette's session is missing; nobody is asked for it who doesn't click. */
export const SignInNotice = ({ environment }: { environment: string }) => {
  const palette = useApi(quietPaletteRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const [failed, setFailed] = useState(false);
  const signIn = () => {
    setFailed(false);
    palette.signIn(environment).catch(() => setFailed(true));
  };
  return (
    <Notice
      text={t(failed ? 'entity.signInFailed' : 'entity.signInText')}
      action={
        <Button
          variant="outlined"
          color="primary"
          size="small"
          onClick={signIn}
        >
          {t('entity.signIn')}
        </Button>
      }
    />
  );
};
