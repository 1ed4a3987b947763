import {
  StatusAborted,
  StatusError,
  StatusOK,
  StatusPending,
  StatusRunning,
  StatusWarning,
} from '@backstage/core-components';
import type { PropsWithChildren } from 'react';

const STATUS_BY_STATE: Record<
  string,
  React.ComponentType<PropsWithChildren>
> = {
  Running: StatusOK,
  Healthy: StatusOK,
  Provisioning: StatusRunning,
  Importing: StatusRunning,
  Deleting: StatusRunning,
  Pending: StatusPending,
  Paused: StatusPending,
  Error: StatusError,
  Failed: StatusError,
  UnHealthy: StatusError,
  Warning: StatusWarning,
};

/** A state of Palette with its colour and, for those who don't see colours, its word. */
export const StateLabel = ({ state }: { state: string }) => {
  const Status = STATUS_BY_STATE[state] ?? StatusAborted;
  return <Status>{state}</Status>;
};
