import { useCallback, useLayoutEffect, useRef } from 'react';

/** One and the same function at every render, for components that are drawn anew only when a prop changes; it calls the latest one. */
export function useLatest<Args extends unknown[]>(
  callback: (...args: Args) => void,
): (...args: Args) => void {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args) => latest.current(...args), []);
}
