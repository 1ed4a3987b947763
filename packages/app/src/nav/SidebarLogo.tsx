import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
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
    fontSize: 16,
    fontWeight: 600,
    whiteSpace: 'nowrap',
    '&:hover': { textDecoration: 'none', color: '#fff' },
  },
});

export const SidebarLogo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <div className={classes.root}>
      <Link to="/" className={classes.link} aria-label="Home">
        <SpectroCloudIcon />
        {isOpen && 'Backstage with Palette'}
      </Link>
    </div>
  );
};
