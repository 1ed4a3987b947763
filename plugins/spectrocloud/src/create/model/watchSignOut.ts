import { SessionState } from '@backstage/frontend-plugin-api';
import { type DraftStorage, removeDraft } from './draftStore';

/** What tells of a session, as the auth API has it. */
interface States {
  subscribe(listener: (state: SessionState) => void): {
    unsubscribe(): void;
  };
}

/**
 * Forgets the draft when the user signs out; returns what ends the watch. A
 * session that isn't there yet while the page loads is no sign-out.
 */
export function watchSignOut(
  states: States,
  storage: DraftStorage,
): () => void {
  let wasSignedIn = false;
  const subscription = states.subscribe(state => {
    if (state === SessionState.SignedIn) {
      wasSignedIn = true;
    } else if (wasSignedIn) {
      removeDraft(storage);
    }
  });
  return () => subscription.unsubscribe();
}
