import Button from '@material-ui/core/Button';
import Popover from '@material-ui/core/Popover';
import { type ReactNode, useState } from 'react';

/** A button that opens a dialog below it. */
export const PopoverButton = (props: {
  title: string;
  icon: ReactNode;
  size?: 'small';
  className?: string;
  children: (close: () => void) => ReactNode;
}) => {
  const { title, icon, size, className, children } = props;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const close = () => setAnchor(null);
  return (
    <>
      <Button
        size={size}
        startIcon={icon}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        onClick={event => setAnchor(event.currentTarget)}
      >
        {title}
      </Button>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
        transformOrigin={{ vertical: 'top', horizontal: 'right' }}
        onClose={close}
        PaperProps={{ role: 'dialog', 'aria-label': title, className }}
      >
        {children(close)}
      </Popover>
    </>
  );
};
