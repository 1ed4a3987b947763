/** One call that the simulator has answered; never with a credential in it. */
export interface LoggedRequest {
  /** ISO 8601. */
  time: string;
  method: string;
  /** Path with tokens in it replaced by `{token}`; no query. */
  path: string;
  /** Those query parameters that can't carry a credential. */
  query: Record<string, string>;
  /** 0 when the caller went away before there was an answer. */
  status: number;
  /** Kind of the credential in the request, accepted or not. */
  auth: 'session' | 'apikey' | 'none';
  /** E-mail of the user as whom Palette answered. */
  user?: string;
  /** Value of the header `ProjectUid`. */
  projectUid?: string;
}

const CAPACITY = 20_000;

/** The last calls, oldest first. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
    if (this.#entries.length > CAPACITY) {
      this.#entries.shift();
    }
  }

  list(): LoggedRequest[] {
    return [...this.#entries];
  }

  clear(): void {
    this.#entries = [];
  }
}
