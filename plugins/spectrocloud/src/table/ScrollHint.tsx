import { makeStyles } from '@material-ui/core/styles';
import {
  type PropsWithChildren,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';

const useStyles = makeStyles(theme => ({
  root: { position: 'relative' },
  scroller: {
    overflowX: 'auto',
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  more: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    right: 0,
    width: 32,
    pointerEvents: 'none',
    background: `linear-gradient(to right, transparent, ${
      theme.palette.type === 'dark'
        ? 'rgba(0, 0, 0, 0.8)'
        : 'rgba(0, 0, 0, 0.25)'
    })`,
  },
}));

/** Scrolls what is too wide, with the keyboard as well, and shows by a shadow that there is more. */
export const ScrollHint = (props: PropsWithChildren<{ labelId: string }>) => {
  const { labelId, children } = props;
  const classes = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const [{ isWide, hasMore }, setState] = useState({
    isWide: false,
    hasMore: false,
  });
  const look = useCallback(() => {
    const {
      scrollWidth = 0,
      clientWidth = 0,
      scrollLeft = 0,
    } = scroller.current ?? {};
    const next = {
      isWide: scrollWidth > clientWidth,
      hasMore: scrollWidth - clientWidth - scrollLeft > 1,
    };
    setState(current =>
      current.isWide === next.isWide && current.hasMore === next.hasMore
        ? current
        : next,
    );
  }, []);
  useEffect(look);
  useEffect(() => {
    const element = scroller.current;
    // A page changes its width without the window, too: by its sidebar.
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [look]);
  return (
    <div className={classes.root}>
      <div
        ref={scroller}
        className={classes.scroller}
        onScroll={look}
        {...(isWide
          ? { tabIndex: 0, role: 'region', 'aria-labelledby': labelId }
          : {})}
      >
        {children}
      </div>
      {hasMore && <div className={classes.more} data-testid="more-columns" />}
    </div>
  );
};
