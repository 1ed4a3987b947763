import { useEffect, useRef } from 'react';
import { useAddressParams } from '../routing/useAddressParams';
import { type Draft, type Step, stepsOf } from './model/Draft';

const PARAM = 'step';

/**
 * Keeps the step in the page's address, so that the browser's way back leads through the
 * steps, and not out of the wizard with the secrets lost. Which step a visit begins with is
 * the draft's to say.
 */
export function useStepInAddress(
  { kind, step }: Pick<Draft, 'kind' | 'step'>,
  show: (step: Step) => void,
): (next: Step) => void {
  const [params, setParams] = useAddressParams();
  const named = params.get(PARAM);
  const write = (next: Step, replace: boolean) =>
    setParams(
      current => {
        const changed = new URLSearchParams(current);
        changed.set(PARAM, next);
        return changed;
      },
      { replace },
    );
  const isBegun = useRef(false);
  // Only the address calls for something here; what else changes is written to it.
  const latest = useRef({ kind, step, show, write });
  latest.current = { kind, step, show, write };

  useEffect(() => {
    const { kind: now, step: shown, ...act } = latest.current;
    const known = stepsOf(now).find(each => each === named);
    if (!isBegun.current || !known) {
      isBegun.current = true;
      if (named !== shown) act.write(shown, true);
    } else if (known !== shown) {
      act.show(known);
    }
  }, [named]);

  return next => {
    show(next);
    write(next, false);
  };
}
