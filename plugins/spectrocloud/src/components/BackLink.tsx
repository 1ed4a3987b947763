import { Link } from '@backstage/ui';
import { makeStyles } from '@material-ui/core/styles';
import ArrowBackIcon from '@material-ui/icons/ArrowBack';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    marginBottom: theme.spacing(1),
  },
}));

export const BackLink = (props: { to: string; text: string }) => (
  <Link href={props.to} className={useStyles().root}>
    <ArrowBackIcon fontSize="small" aria-hidden="true" />
    {props.text}
  </Link>
);
