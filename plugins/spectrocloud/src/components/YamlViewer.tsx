import { CodeSnippet } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

/** Longer texts scroll in their own frame. */
const MAX_HEIGHT = 480;

const useStyles = makeStyles(theme => ({
  root: {
    maxHeight: MAX_HEIGHT,
    overflow: 'auto',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
}));

/** YAML to read and to copy, with its parts in colours. */
export const YamlViewer = (props: { text: string; label: string }) => {
  const { text, label } = props;
  return (
    // It scrolls, so that a keyboard has to reach it.
    <div
      className={useStyles().root}
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      <CodeSnippet
        text={text}
        language="yaml"

        showCopyCodeButton
      />
    </div>
  );
};
