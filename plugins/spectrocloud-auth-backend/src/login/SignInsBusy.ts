import { LoginFailure } from './LoginFailure';

/** A sign-in whose turn would come too late; nothing of it is used up. */
export class SignInsBusy extends LoginFailure {
  constructor(readonly retryAfterSeconds: number) {
    super('busy');
  }
}
