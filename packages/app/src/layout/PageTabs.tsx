import type { PageLayoutTab } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { NavLink } from 'react-router-dom';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    margin: theme.spacing(0, 2.5),
    borderBottom: `1px solid ${theme.palette.divider}`,
  },
  tab: {
    padding: theme.spacing(1, 1.5),
    marginBottom: -1,
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

/** The sub-pages of a page. */
export const PageTabs = (props: {
  label?: string;
  tabs: PageLayoutTab[];
  basePath: string;
}) => {
  const { label, tabs, basePath } = props;
  const classes = useStyles();
  return (
    <nav className={classes.root} aria-label={label}>
      {tabs.map(tab => (
        <NavLink
          key={tab.id}
          to={tab.href.startsWith('/') ? tab.href : `${basePath}/${tab.href}`}
          className={classes.tab}
        >
          {tab.label}
        </NavLink>
      ))}
    </nav>
  );
};
