import type { Theme } from '@material-ui/core/styles';

/** The themes' own red is too faint for small texts on a card. */
const RED = { light: '#b3261e', dark: '#ffb4ab' };

/** Styles below which what is wrong with a field can be read by everybody. */
export const readableErrors = ({ palette }: Theme) => ({
  '& .MuiFormLabel-root.Mui-error, & .MuiFormHelperText-root.Mui-error, & .MuiTypography-colorError':
    { color: RED[palette.type] },
});
