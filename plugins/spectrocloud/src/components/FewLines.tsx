import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 4,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
});

/** A sentence among many, cut with an ellipsis where it is a page long; all of it is at hand. */
export const FewLines = ({ text }: { text: string }) => (
  <span className={useStyles().root} title={text}>
    {text}
  </span>
);
