import { CodeSnippet } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

/** Longer texts scroll in their own frame. */
const MAX_HEIGHT = 480;

/** A keyboard has to reach what scrolls. */
const SCROLLABLE = { role: 'region', tabIndex: 0 };

const useStyles = makeStyles(theme => ({
  root: {
    maxHeight: MAX_HEIGHT,
    overflow: 'auto',
    // The highlighter's own would scroll, too, out of a keyboard's reach.
    '& pre': { overflow: 'visible !important' },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

/** YAML to read and to copy, with its parts in colours. */
export const YamlViewer = (props: { text: string; label: string }) => {
  const { text, label } = props;
  return (
    <div className={useStyles().root} aria-label={label} {...SCROLLABLE}>
      <CodeSnippet text={text} language="yaml" showCopyCodeButton />
    </div>
  );
};
