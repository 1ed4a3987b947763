import useMediaQuery from '@material-ui/core/useMediaQuery';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';

const useStyles = makeStyles(theme => ({
  root: {
    // As many as fit on a screen, and no room for a button that isn't there.
    '& .MuiTab-root': { minWidth: 0, padding: theme.spacing(0.75, 1.5) },
    // Backstage's theme lightens the link's colour, to white where it is light itself.
    '& .MuiTab-root:hover, & .MuiTab-root.Mui-focusVisible': {
      color: theme.palette.text.primary,
      background: theme.palette.action.hover,
    },
  },
}));

/** Tabs of a panel, which has the id `<id>-panel`; each tab has `<id>-<value>`. */
export function PaletteTabs<T extends string>(props: {
  id: string;
  label: string;
  tabs: ReadonlyArray<{ value: T; label: string }>;
  /** None where the address names another one. */
  shown?: T;
  onOpen: (tab: T) => void;
}) {
  const { id, label, tabs, shown, onOpen } = props;
  const classes = useStyles();
  const isSmall = useMediaQuery(useTheme().breakpoints.down('sm'));
  return (
    <Tabs
      className={classes.root}
      value={shown ?? false}
      onChange={(_event, tab) => onOpen(tab)}
      aria-label={label}
      indicatorColor="primary"
      variant="scrollable"
      // By itself it shows them on large screens alone, where all tabs fit.
      scrollButtons={isSmall ? 'on' : 'auto'}
    >
      {tabs.map(tab => (
        <Tab
          key={tab.value}
          value={tab.value}
          label={tab.label}
          id={`${id}-${tab.value}`}
          aria-controls={`${id}-panel`}
        />
      ))}
    </Tabs>
  );
}
