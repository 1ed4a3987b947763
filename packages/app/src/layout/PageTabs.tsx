import {
  type PageLayoutTab,
  RouterLink,
  useAppLocation,
} from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    // Right under the line of the framework's header, which keeps its distance.
    margin: theme.spacing(-3, 2.5, 0),
  },
  tab: {
    padding: theme.spacing(1, 1.5),
    borderBottom: '2px solid transparent',
    color: theme.palette.text.primary,
    fontFamily: theme.typography.fontFamily,
    fontSize: theme.typography.body2.fontSize,
    textDecoration: 'none',
    '&:hover': { borderBottomColor: theme.palette.text.secondary },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    '&[aria-current=page]': {
      borderBottomColor: theme.palette.primary.main,
      fontWeight: 700,
    },
  },
}));

/** Whether a page is the tab's own or one below it. */
const isBelow = (href: string, pathname: string) =>
  `${pathname}/`.startsWith(`${href}/`);

/** The sub-pages of a page. */
export const PageTabs = (props: { label?: string; tabs: PageLayoutTab[] }) => {
  const { label, tabs } = props;
  const { pathname } = useAppLocation();
  const classes = useStyles();
  return (
    <nav className={classes.root} aria-label={label}>
      {tabs.map(tab => (
        <RouterLink
          key={tab.id}
          href={tab.href}
          className={classes.tab}
          aria-current={isBelow(tab.href, pathname) ? 'page' : undefined}
        >
          {tab.label}
        </RouterLink>
      ))}
    </nav>
  );
};
