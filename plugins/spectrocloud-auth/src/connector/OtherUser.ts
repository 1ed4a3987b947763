import { isError } from '@backstage/errors';
import {
  SIGN_IN_FAILURE_PARAMETERS,
  SIGN_IN_FAILURES,
  type SignInFailureCode,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { SignInError } from './errors';
import type { PaletteSession } from './PaletteSession';

const NAME = 'OtherUserError';
const CODE: SignInFailureCode = 'other_user';

/**
 * What is known of a Palette account that is another Backstage user's than the one who
 * signed in in another way. Its session is of no use to them: a request sent with it would
 * ask for a sign-in again, without end.
 */
export class OtherUser {
  readonly #backstageUser: () => string | undefined;
  #failure?: Error;

  private constructor(backstageUser: () => string | undefined) {
    this.#backstageUser = backstageUser;
  }

  static create(options: {
    /** The Backstage user who signed in in another way, as far as that is known by now. */
    backstageUser: () => string | undefined;
    /** Whether a sign-in leaves the page, whose address then tells how it failed. */
    redirect: boolean;
  }): OtherUser {
    const otherUser = new OtherUser(options.backstageUser);
    if (options.redirect && takeFromAddress()) {
      otherUser.#failure = toError();
    }
    return otherUser;
  }

  /** Whether a session is theirs. */
  owns({ backstageIdentity }: PaletteSession): boolean {
    const owner = backstageIdentity?.identity.userEntityRef;
    const asking = this.#backstageUser();
    return owner !== undefined && asking !== undefined && owner !== asking;
  }

  /** @throws SignInError, from now on, for a session that is theirs */
  refuse(session: PaletteSession): void {
    if (this.owns(session)) {
      this.#failure = toError();
      throw this.#failure;
    }
  }

  /** Takes note of how a sign-in failed. */
  note(failure: unknown): void {
    if (isError(failure) && failure.name === NAME) {
      this.#failure = failure;
    }
  }

  /** @throws the failure of the last sign-in, where asking again would bring the same account again */
  throwIfKnown(): void {
    if (this.#failure) {
      throw this.#failure;
    }
  }

  forget(): void {
    this.#failure = undefined;
  }
}

function toError(): SignInError {
  return new SignInError(NAME, SIGN_IN_FAILURES[CODE]);
}

/** Neither a reload nor the next sign-in, which comes back to the same address, is to tell it again. */
function takeFromAddress(): boolean {
  const url = new URL(window.location.href);
  if (url.searchParams.get(SIGN_IN_FAILURE_PARAMETERS.code) !== CODE) {
    return false;
  }
  Object.values(SIGN_IN_FAILURE_PARAMETERS).forEach(name =>
    url.searchParams.delete(name),
  );
  window.history.replaceState(window.history.state, '', url);
  return true;
}
