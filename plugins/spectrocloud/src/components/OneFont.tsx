import { makeStyles } from '@material-ui/core/styles';
import type { PropsWithChildren } from 'react';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'contents',
    '--bui-font-regular': theme.typography.fontFamily,
  },
}));

/** Has both component libraries write in the theme's font: else a link in a sentence has another one than the sentence. */
export const OneFont = ({ children }: PropsWithChildren) => (
  <div className={useStyles().root}>{children}</div>
);
