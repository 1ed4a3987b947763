import { CustomErrorBase } from '@backstage/errors';

/**
 * Ends a step with a sentence for whoever reads the task's log.
 *
 * The framework logs the stack of an error; where the code stands in which this
 * one was made says nothing to them, so that is left out.
 */
export class TaskStoppedError extends CustomErrorBase {
  name = 'TaskStoppedError' as const;

  constructor(message: string, cause?: unknown) {
    super(message, cause);
    this.stack = `${this.name}: ${this.message}`;
  }
}
