import { useApi } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type {
  ApiOptions,
  ClusterChange,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { useState } from 'react';
import { usePaletteScope } from '../components/PaletteScope';

/** One change of a cluster, as a dialog sends it. */
export type SendChange = (
  api: SpectroCloudApi,
  options: ApiOptions,
) => Promise<ClusterChange>;

/** Sends a change, once for each time it is asked to, and keeps why Palette refused it. */
export function useChange(onDone: () => void) {
  const api = useApi(spectroCloudApiRef);
  const scope = usePaletteScope();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<Error>();
  const send = async (change: SendChange) => {
    setSending(true);
    setError(undefined);
    try {
      await change(api, scope);
      onDone();
    } catch (failure) {
      setError(failure as Error);
      setSending(false);
    }
  };
  return { sending, error, send };
}
