import {
  StatusAborted,
  StatusError,
  StatusOK,
  StatusPending,
  StatusRunning,
  StatusWarning,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { ComponentType, PropsWithChildren } from 'react';
import { stateOf } from './stateOf';
import { useStateWord } from './useStateWord';

const STATUS_BY_STATE = new Map<string, ComponentType<PropsWithChildren>>(
  Object.entries({
    Running: StatusOK,
    Healthy: StatusOK,
    Provisioning: StatusRunning,
    Importing: StatusRunning,
    Deleting: StatusRunning,
    Pausing: StatusRunning,
    Resuming: StatusRunning,
    Pending: StatusPending,
    Paused: StatusPending,
    Error: StatusError,
    UnHealthy: StatusError,
    Warning: StatusWarning,
    Unknown: StatusWarning,
    Deleted: StatusAborted,
  }),
);

const useStyles = makeStyles(theme => ({
  oneLine: { whiteSpace: 'nowrap' },
  root: {
    '& > span': {
      fontFamily: theme.typography.fontFamily,
      fontSize: theme.typography.body2.fontSize,
      // The size of the framework's icons goes by the text's, which is smaller here.
      '& > svg': {
        width: '1rem',
        height: '1rem',
        top: '0.15rem',
      },
    },
  },
}));

/** A state of Palette with its colour and, for those who don't see colours, its word. */
export const StateLabel = (props: {
  state: string;
  text?: string;
  /** Lets a text that may be long go over several lines. */
  wraps?: boolean;
}) => {
  const { state, text, wraps } = props;
  const classes = useStyles();
  const wordOf = useStateWord();
  const Status = STATUS_BY_STATE.get(stateOf(state) ?? '') ?? StatusAborted;
  return (
    <span className={`${classes.root} ${wraps ? '' : classes.oneLine}`}>
      <Status>{text ?? wordOf(state)}</Status>
    </span>
  );
};
