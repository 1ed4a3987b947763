import { makeStyles } from '@material-ui/core/styles';

/** Labels that stand on the page itself need more contrast than on a card. */
export const useFieldStyles = makeStyles(theme => ({
  root: { '& label': { color: theme.palette.text.primary } },
}));
