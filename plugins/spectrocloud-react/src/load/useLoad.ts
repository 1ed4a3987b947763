import { useCallback, useEffect, useRef, useState } from 'react';

/** What a load has come to. @public */
export interface Load<T> {
  /** The last value, kept while a newer one is loaded. */
  value?: T;
  /** What the last try ended with. */
  error?: Error;
  /** Whether it is being loaded. */
  loading: boolean;
  /** Loads anew, past what the back end holds. */
  reload: () => void;
}

/**
 * Loads a value, again whenever `key` is another; gives the call up when the
 * component goes.
 *
 * @public
 */
export function useLoad<T>(
  load: (options: { fresh: boolean; signal: AbortSignal }) => Promise<T>,
  key: unknown = '',
): Load<T> {
  const [state, setState] = useState<Omit<Load<T>, 'reload'>>({
    loading: true,
  });
  const [run, setRun] = useState({ count: 0 });
  const latest = useRef(load);
  latest.current = load;

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setState(({ value }) => ({ value, loading: true }));
    latest.current({ fresh: run.count > 0, signal }).then(
      value => signal.aborted || setState({ value, loading: false }),
      error =>
        signal.aborted ||
        setState(({ value }) => ({ value, error, loading: false })),
    );
    return () => controller.abort();
  }, [run, key]);

  const reload = useCallback(
    () => setRun(({ count }) => ({ count: count + 1 })),
    [],
  );
  return { ...state, reload };
}
