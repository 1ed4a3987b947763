import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { CopyText } from '../../components/CopyText';
import { Facts } from '../../components/Facts';
import { spectroCloudTranslationRef } from '../../translation';
import { PartCard } from '../PartCard';
import { oidcLogin } from './oidcLogin';

const useStyles = makeStyles(theme => ({
  line: {
    margin: theme.spacing(2, 0),
    padding: theme.spacing(1.5),
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
}));

/** How to sign in to the cluster by kubectl. */
export const AccessCard = ({ uid }: { uid: string }) => {
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  return (
    <PartCard
      title={t('access.title')}
      loadKey={uid}
      load={(api, options) => api.getClusterOidc(uid, options)}
      missing={t('kubeconfig.noneOfOwn')}
    >
      {oidc =>
        !oidc.issuerUrl || !oidc.clientId ? (
          <Typography variant="body2" color="textSecondary">
            {t('kubeconfig.noneOfOwn')}
          </Typography>
        ) : (
          <>
            <Facts
              facts={[
                [
                  t('access.issuer'),
                  <CopyText
                    text={oidc.issuerUrl}
                    name={t('access.issuer')}
                    isCode
                  />,
                ],
                [
                  t('access.clientId'),
                  <CopyText
                    text={oidc.clientId}
                    name={t('access.clientId')}
                    isCode
                  />,
                ],
              ]}
            />
            <div className={classes.line}>
              <CopyText text={oidcLogin(oidc)} name={t('access.line')} isCode />
            </div>
            <Typography variant="body2" color="textSecondary">
              {t('access.hint')}
            </Typography>
          </>
        )
      }
    </PartCard>
  );
};
