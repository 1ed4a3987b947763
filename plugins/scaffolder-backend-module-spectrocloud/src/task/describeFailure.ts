import { isError } from '@backstage/errors';
import { findingsOf } from '@terasky/backstage-plugin-spectrocloud-common';
import { describeFindings } from './describeFindings';
import { oneLine } from './oneLine';
import { TaskStoppedError } from './TaskStoppedError';

interface Failure {
  /** Of the backend's error. */
  name?: string;
  message?: string;
  /** HTTP status; none where no answer came. */
  status?: number;
}

/** What the backend answered, out of the client's `ResponseError`. */
export function readFailure(error: unknown): Failure {
  if (!isError(error)) return { message: String(error) };
  const { statusCode, body } = error as {
    statusCode?: number;
    body?: { error?: { name?: string; message?: string } };
  };
  return {
    name: body?.error?.name ?? error.name,
    message: body?.error?.message ?? error.message,
    status: statusCode,
  };
}

/** Whether the same question may be answered another time. */
export function isPassing(error: unknown): boolean {
  const { name, status } = readFailure(error);
  if (name === 'AbortError' || name === 'TaskStoppedError') return false;
  return status === undefined || status === 429 || status >= 500;
}

/** The error that a step ends with, in words that say what to do. */
export function describeFailure(
  error: unknown,
  options: { doing: string; appUrl: string; stepName: string },
): Error {
  const { name, message = '', status } = readFailure(error);
  const { doing, appUrl, stepName } = options;
  // Aborted by whoever cancelled the task: the framework says so itself.
  if (name === 'AbortError' || error instanceof TaskStoppedError) {
    return error as Error;
  }
  if (name === 'ReauthenticationRequiredError') {
    return new TaskStoppedError(
      `${doing} needs your Palette session, which has ended. Open ${appUrl}, sign in to Palette again, and start the task again from the step '${stepName}'.`,
    );
  }
  if (status === 401) {
    return new TaskStoppedError(
      `${doing} needs your Backstage sign-in, which has ended. Start the task again from the step '${stepName}'.`,
    );
  }
  const findings = findingsOf(error);
  if (findings) {
    return new TaskStoppedError(
      `${doing} failed. ${describeFindings(findings)}`,
    );
  }
  return new TaskStoppedError(`${doing} failed: ${oneLine(message)}`);
}
