import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useLoad } from '@terasky/backstage-plugin-spectrocloud-react';
import { usePaletteLinks } from '../routing/PaletteRouting';
import { spectroCloudTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(1),
    minHeight: '1.5rem',
    marginBottom: theme.spacing(1),
  },
}));

/** Who the clusters are shown to; says nothing where that can't be told. */
export const WhoAmILine = () => {
  const api = useApi(spectroCloudApiRef);
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const links = usePaletteLinks();
  const { value } = useLoad(async options => {
    const [me, projects] = await Promise.all([
      api.getMe(options),
      api.listProjects(options),
    ]);
    return { me, count: projects.length };
  });
  return (
    <Typography component="div" variant="body2" className={classes.root}>
      {value && (
        <>
          <Link href={links.session}>{value.me.name}</Link>
          <span aria-hidden="true">·</span>
          <span>
            {t('clusters.tenant', {
              name: value.me.tenantName ?? value.me.tenantUid,
            })}
          </span>
          <span aria-hidden="true">·</span>
          <Link href={links.projects}>
            {t('projects.count', { count: value.count })}
          </Link>
        </>
      )}
    </Typography>
  );
};
