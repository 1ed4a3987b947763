import { useApi } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { ProfileVariable } from '@terasky/backstage-plugin-spectrocloud-common';
import { useCallback, useEffect, useMemo, useState } from 'react';

interface State {
  variables?: ProfileVariable[];
  error?: Error;
}

/** The variables of the chosen profiles, each profile asked for once. */
export interface Variables {
  byProfile: ReadonlyMap<string, ProfileVariable[]>;
  errors: ReadonlyMap<string, Error>;
  /** Whether some profile's aren't known yet. */
  loading: boolean;
  retry: () => void;
}

export function useVariables(
  profiles: Array<{ uid: string }>,
  scope: { instance?: string; projectUid: string },
): Variables {
  const api = useApi(spectroCloudApiRef);
  const { instance, projectUid } = scope;
  const [known, setKnown] = useState<ReadonlyMap<string, State>>(new Map());
  const wanted = profiles
    .map(({ uid }) => uid)
    .filter(uid => !known.has(uid))
    .join(' ');

  useEffect(() => {
    if (!wanted) return;
    const uids = wanted.split(' ');
    const note = (uid: string, state: State) =>
      setKnown(all => new Map(all).set(uid, state));
    for (const uid of uids) {
      // Under way: it is known that nothing is known yet.
      note(uid, {});
      api.listProfileVariables(uid, { instance, projectUid }).then(
        variables => note(uid, { variables }),
        error => note(uid, { error }),
      );
    }
  }, [api, wanted, instance, projectUid]);

  const retry = useCallback(
    () =>
      setKnown(
        all => new Map([...all].filter(([, { error }]) => error === undefined)),
      ),
    [],
  );
  return useMemo(() => {
    const chosen = profiles.map(({ uid }) => [uid, known.get(uid)] as const);
    return {
      byProfile: new Map(
        chosen.flatMap(([uid, state]) =>
          state?.variables ? [[uid, state.variables]] : [],
        ),
      ),
      errors: new Map(
        chosen.flatMap(([uid, state]) =>
          state?.error ? [[uid, state.error]] : [],
        ),
      ),
      loading: chosen.some(
        ([, state]) => !state || (!state.variables && !state.error),
      ),
      retry,
    };
  }, [profiles, known, retry]);
}
