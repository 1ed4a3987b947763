/** A session that is about to end, and that nothing renews. @public */
export interface SpectroCloudSessionEnding {
  /** Its auth environment. */
  environment: string;
  /** When it ends. */
  endsAt: Date;
  /** Signs in anew; call it when the user clicks. The session goes on until then. */
  signIn(): Promise<void>;
}

type Listener = (ending: SpectroCloudSessionEnding | undefined) => void;

/** So long before the end the user is told. */
const NOTICE_MS = 5 * 60_000;
/** Answers tell the end in whole seconds from now on: the same one, give or take. */
const SAME_END_MS = 30_000;
/** A browser's timer can't be longer; a session is looked at anew long before. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Tells, once for a session, that it is about to end: by what each answer of the back end says, without asking. */
export class SessionEndWatch {
  readonly #listeners = new Set<Listener>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #told = new Map<string, SpectroCloudSessionEnding>();
  #current?: SpectroCloudSessionEnding;

  /** Takes note of a session, or that there is none any more. */
  note(session: {
    environment: string;
    endsAt: Date | undefined;
    signIn: () => Promise<void>;
  }): void {
    const { environment, endsAt, signIn } = session;
    clearTimeout(this.#timers.get(environment));
    const told = this.#told.get(environment);
    const end = endsAt?.getTime();
    if (
      told &&
      end !== undefined &&
      Math.abs(end - told.endsAt.getTime()) < SAME_END_MS
    ) {
      return;
    }
    this.#told.delete(environment);
    if (this.#current?.environment === environment) {
      this.#tell(undefined);
    }
    if (endsAt === undefined) {
      return;
    }
    const delayMs = endsAt.getTime() - Date.now() - NOTICE_MS;
    if (delayMs <= MAX_TIMER_MS) {
      const ending = { environment, endsAt, signIn };
      this.#timers.set(
        environment,
        setTimeout(
          () => {
            this.#told.set(environment, ending);
            this.#tell(ending);
          },
          Math.max(0, delayMs),
        ),
      );
    }
  }

  /** @returns ends it */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#current) {
      listener(this.#current);
    }
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #tell(ending: SpectroCloudSessionEnding | undefined): void {
    this.#current = ending;
    this.#listeners.forEach(listener => listener(ending));
  }
}
