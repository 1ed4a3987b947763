import {
  SIGN_IN_FAILURE_PARAMETERS,
  SIGN_IN_FAILURES,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';

const { code: CODE, reference: REFERENCE } = SIGN_IN_FAILURE_PARAMETERS;
const PARAMETERS = Object.values(SIGN_IN_FAILURE_PARAMETERS);
const REFERENCE_FORMAT = /^[A-Z\d]{4}-[A-Z\d]{4}$/;

/** Anybody can make an address: what it says is shown only as far as it is known. */
function readError(params: URLSearchParams): Error | undefined {
  if (!PARAMETERS.some(name => params.has(name))) {
    return undefined;
  }
  const code = params.get(CODE) ?? '';
  const reference = params.get(REFERENCE) ?? '';
  const sentence =
    SIGN_IN_FAILURES[
      Object.hasOwn(SIGN_IN_FAILURES, code)
        ? (code as keyof typeof SIGN_IN_FAILURES)
        : 'internal'
    ];
  return new Error(
    REFERENCE_FORMAT.test(reference)
      ? `${sentence} (reference ${reference})`
      : sentence,
  );
}

/**
 * Why a sign-in that left the page failed; taken out of the address, so that a reload
 * doesn't tell it again.
 */
export function useRedirectError(): {
  error: Error | undefined;
  /** Whether the address tells it still. */
  isInAddress: boolean;
} {
  const [params, setParams] = useSearchParams();
  const [error] = useState(() => readError(params));
  const isInAddress = PARAMETERS.some(name => params.has(name));
  useEffect(() => {
    if (isInAddress) {
      const rest = new URLSearchParams(params);
      PARAMETERS.forEach(name => rest.delete(name));
      setParams(rest, { replace: true });
    }
  }, [isInAddress, params, setParams]);
  return { error, isInAddress };
}
