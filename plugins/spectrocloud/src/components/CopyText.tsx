import { useTranslationRef } from '@backstage/frontend-plugin-api';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import CheckIcon from '@material-ui/icons/Check';
import CopyIcon from '@material-ui/icons/FileCopyOutlined';
import { useState } from 'react';
import { spectroCloudTranslationRef } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    maxWidth: '100%',
    overflowWrap: 'anywhere',
  },
  button: { padding: theme.spacing(0.25) },
  focused: { backgroundColor: theme.palette.action.focus },
  code: { fontFamily: 'monospace', fontSize: '0.9em' },
}));

/** A text to use elsewhere, and a button that copies it. */
export const CopyText = (props: {
  text: string;
  /** What it is, for those who don't see what the button stands beside. */
  name: string;
  isCode?: boolean;
}) => {
  const { text, name, isCode } = props;
  const { t } = useTranslationRef(spectroCloudTranslationRef);
  const classes = useStyles();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <span className={classes.root}>
      <span className={isCode ? classes.code : undefined}>{text}</span>
      <IconButton
        size="small"
        className={classes.button}
        // The library's own sign of focus fails where the keyboard is there before it
        // has mounted, and takes the card with it.
        disableFocusRipple
        focusVisibleClassName={classes.focused}
        aria-label={t(copied ? 'common.copied' : 'common.copy', { name })}
        onClick={() => copy().catch(() => setCopied(false))}
        onBlur={() => setCopied(false)}
      >
        {copied ? (
          <CheckIcon fontSize="inherit" />
        ) : (
          <CopyIcon fontSize="inherit" />
        )}
      </IconButton>
    </span>
  );
};
