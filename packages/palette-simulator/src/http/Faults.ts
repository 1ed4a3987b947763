/** How the next calls go wrong. */
export interface FailureOptions {
  status: number;
  /** How many calls; default 1. */
  count?: number;
  /** Prefix of the paths that it concerns; default all of `/v1`. */
  path?: string;
  /** Only calls with this method. */
  method?: string;
  /** What comes with the status; default Palette's `v1Error`. */
  body?: 'v1error' | 'html' | 'garbage' | 'empty' | 'truncated';
  headers?: Record<string, string>;
}

/** How the next calls are slow. */
export interface DelayOptions {
  ms: number;
  /**
   * Default `before`: the call waits, and is lost if its caller goes away
   * meanwhile. `after`: it takes effect at once, and only its answer waits.
   */
  when?: 'before' | 'after';
  count?: number;
  path?: string;
  method?: string;
}

/** The next calls get no answer (`hang`), or lose their connection (`drop`). */
export interface SilenceOptions {
  count?: number;
  path?: string;
  method?: string;
}

/** Anything that can go wrong on request. */
export type Fault =
  | ({ kind: 'fail' } & FailureOptions)
  | ({ kind: 'delay' } & DelayOptions)
  | ({ kind: 'hang' | 'drop' } & SilenceOptions);

interface Pending {
  fault: Fault;
  left: number;
}

/** What the control API has asked to go wrong; each kind hits a call at most once. */
export class Faults {
  #pending: Pending[] = [];

  add(fault: Fault): void {
    this.#pending.push({ fault, left: fault.count ?? 1 });
  }

  /** The faults of this call, delays first; each is used up by one. */
  take(method: string, path: string): Fault[] {
    const taken = new Map<Fault['kind'], Fault>();
    for (const pending of this.#pending) {
      const { fault } = pending;
      if (!taken.has(fault.kind) && concerns(fault, method, path)) {
        pending.left -= 1;
        taken.set(fault.kind, fault);
      }
    }
    this.#pending = this.#pending.filter(({ left }) => left > 0);
    return [...taken.values()].sort(
      (a, b) => Number(b.kind === 'delay') - Number(a.kind === 'delay'),
    );
  }

  clear(): void {
    this.#pending = [];
  }
}

function concerns(fault: Fault, method: string, path: string): boolean {
  return (
    path.startsWith(fault.path ?? '/v1') &&
    (!fault.method || fault.method.toUpperCase() === method)
  );
}
