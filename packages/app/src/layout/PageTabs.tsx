import type { PageLayoutTab } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import { NavLink } from 'react-router-dom';

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
