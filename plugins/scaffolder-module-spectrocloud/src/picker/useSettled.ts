import { useEffect, useState } from 'react';

/** What a field makes of its value once Palette has answered. */
export type Settled<TValue> =
  | { is: 'right' }
  /** Nothing is chosen where there is nothing to choose between, or a name is out of date. */
  | { is: 'otherwise'; value: TValue }
  /** It doesn't fit the rest of the form any more. */
  | { is: 'gone' };

/** Brings a value in order; tells whether one was taken back. What it came to is to be another object at every render. */
export function useSettled<TValue>(
  settled: Settled<TValue>,
  onChange: (value: TValue | undefined) => void,
): boolean {
  const [told, setTold] = useState(false);
  // At every render: the form forgets a change where two fields make one at once.
  useEffect(() => {
    if (settled.is === 'gone') {
      setTold(true);
      onChange(undefined);
    }
    if (settled.is === 'otherwise') onChange(settled.value);
  }, [settled, onChange]);
  return told;
}

/** Whether two values are the same, member for member. */
export function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
