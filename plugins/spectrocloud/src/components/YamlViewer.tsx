import { CopyTextButton } from '@backstage/core-components';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import type { SyntaxHighlighterProps } from 'react-syntax-highlighter';
import LightAsync from 'react-syntax-highlighter/dist/esm/light-async';
import dark from 'react-syntax-highlighter/dist/esm/styles/hljs/a11y-dark';
import light from 'react-syntax-highlighter/dist/esm/styles/hljs/a11y-light';

/** Longer texts scroll in their own frame. */
const MAX_HEIGHT = 480;

/** A keyboard has to reach what scrolls. */
const SCROLLABLE = { role: 'region', tabIndex: 0 };

const AS_YAML: Partial<SyntaxHighlighterProps> = {
  language: 'yaml',
  wrapLines: true,
};

const useStyles = makeStyles(theme => ({
  root: { position: 'relative' },
  text: {
    maxHeight: MAX_HEIGHT,
    overflow: 'auto',
    // The highlighter's own would scroll, too, out of a keyboard's reach.
    '& pre': {
      overflow: 'visible !important',
      width: 'max-content',
      minWidth: '100%',
      boxSizing: 'border-box',
    },
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  copy: { position: 'absolute', top: 0, right: theme.spacing(2) },
}));

/**
 * YAML to read and to copy, with its parts in colours. The framework's own snippet
 * has comments, numbers and texts too faint to be read, in either theme.
 */
export const YamlViewer = (props: { text: string; label: string }) => {
  const { text, label } = props;
  const classes = useStyles();
  const { palette } = useTheme();
  return (
    <div className={classes.root}>
      <div className={classes.text} aria-label={label} {...SCROLLABLE}>
        <LightAsync {...AS_YAML} style={palette.type === 'dark' ? dark : light}>
          {text}
        </LightAsync>
      </div>
      <div className={classes.copy}>
        <CopyTextButton text={text} />
      </div>
    </div>
  );
};
