import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Why a sign-in that left the page failed; taken out of the address, so that a reload doesn't tell it again. */
export function useRedirectError(): Error | undefined {
  const [params, setParams] = useSearchParams();
  const [error] = useState(() => {
    const message = params.get('error');
    return message ? new Error(message) : undefined;
  });
  useEffect(() => {
    if (params.has('error')) {
      const rest = new URLSearchParams(params);
      rest.delete('error');
      setParams(rest, { replace: true });
    }
  }, [params, setParams]);
  return error;
}
