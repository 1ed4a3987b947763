import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  root: {
    // Browsers cut lines only in the flexible boxes of before the standard's.
    display: '-webkit-box',
    '-webkit-box-orient': 'vertical',
    '-webkit-line-clamp': 4,
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
