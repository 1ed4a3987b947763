import { useEffect, useState } from 'react';

const SETTLED_AFTER_MS = 300;

/** The value, once it has been the same for a moment: for what isn't to be asked at each keystroke. */
export function useSettled<T>(value: T): T {
  const key = JSON.stringify(value);
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(
      () => setSettled(JSON.parse(key) as T),
      SETTLED_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [key]);
  return settled;
}
