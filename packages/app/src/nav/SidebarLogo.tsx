import { sidebarConfig, useSidebarOpenState } from '@backstage/core-components';
import { coreApis, RouterLink, useApi } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { SpectroCloudIcon } from '@terasky/backstage-plugin-spectrocloud-auth';

const useStyles = makeStyles({
  root: {
    width: sidebarConfig.drawerWidthClosed,
    height: 3 * sidebarConfig.logoHeight,
    display: 'flex',
    alignItems: 'center',
    flexShrink: 0,
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 16,
    marginLeft: 24,
    color: '#fff',
    '& span': { fontSize: 20, fontWeight: 700 },
    whiteSpace: 'nowrap',
    textDecoration: 'none',
  },
});

export const SidebarLogo = () => {
  const classes = useStyles();
  const name = useApi(coreApis.config).getOptionalString('organization.name');
  const { isOpen } = useSidebarOpenState();
  return (
    <div className={classes.root}>
      <RouterLink
        href="/"
        className={classes.link}
        aria-label={name ? `${name}, home` : 'Home'}
      >
        <SpectroCloudIcon />
        {isOpen && <Typography component="span">{name}</Typography>}
      </RouterLink>
    </div>
  );
};
