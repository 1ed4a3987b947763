import { InputError } from '@backstage/errors';
import type { TaskSecrets } from '@backstage/plugin-scaffolder-node';

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** Set by the framework on every task that a user starts. */
const FRAMEWORKS_OWN = '__initiatorCredentials';

/**
 * Makes a text a secret of the running task: later steps have it in their input as
 * `${{ secrets.<name> }}`, from where the framework leaves it out of logs.
 *
 * The framework has no outputs that are secret: an output goes into the database when
 * tasks are recovered, and wherever a template writes it. A task's secrets, which a step
 * is handed by reference, are in memory while it runs; what is added to them is written
 * nowhere, so it is gone when the task ends or is taken up again.
 *
 * @returns what adds the text, once it is there
 * @throws `InputError` for a name that can't be used; `Error` where the framework hands
 * out no secrets that later steps share.
 */
export function keepSecret(
  secrets: TaskSecrets | undefined,
  name: string,
): (text: string) => void {
  if (!NAME.test(name)) {
    throw new InputError(
      '`secret` must begin with a letter and have letters, digits and "_" only, at most 64',
    );
  }
  if (!secrets || !(FRAMEWORKS_OWN in secrets)) {
    throw new Error(
      'This task has no secrets that its later steps would share, so a kubeconfig has no safe place in it',
    );
  }
  if (name in secrets) {
    throw new InputError(`The task has a secret '${name}' already`);
  }
  return text => {
    secrets[name] = text;
  };
}
