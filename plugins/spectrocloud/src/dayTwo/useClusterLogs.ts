import { useApi } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { ClusterLogsOrder } from '@terasky/backstage-plugin-spectrocloud-common';
import { useEffect, useRef, useState } from 'react';
import { usePaletteScope } from '../components/PaletteScope';
import { saveFile } from '../components/saveFile';
import { waitForLogs } from './waitForLogs';

/** How far the logs are. */
export type LogsStep =
  | { step: 'idle' | 'ordering' | 'collecting' | 'loading' }
  | { step: 'gaveUp' | 'notCollected' }
  | { step: 'done'; fileName: string }
  | { step: 'failed'; error: Error };

/** Asks for a cluster's logs, waits for them and saves them; stops when the dialog goes. */
export function useClusterLogs(uid: string) {
  const api = useApi(spectroCloudApiRef);
  const scope = usePaletteScope();
  const [logs, setLogs] = useState<LogsStep>({ step: 'idle' });
  const controller = useRef<AbortController>();
  useEffect(() => () => controller.current?.abort(), []);

  const start = async (order: ClusterLogsOrder) => {
    controller.current?.abort();
    const { signal } = (controller.current = new AbortController());
    const options = { ...scope, signal };
    try {
      setLogs({ step: 'ordering' });
      const { uid: orderUid } = await api.orderClusterLogs(uid, order, options);
      setLogs({ step: 'collecting' });
      const end = await waitForLogs({
        look: () => api.getClusterLogsProgress(uid, orderUid, options),
        signal,
      });
      if (end !== 'ready') {
        setLogs({ step: end === 'failed' ? 'notCollected' : 'gaveUp' });
        return;
      }
      setLogs({ step: 'loading' });
      const file = await api.downloadClusterLogs(uid, orderUid, options);
      saveFile(file.fileName, file.content);
      setLogs({ step: 'done', fileName: file.fileName });
    } catch (error) {
      if (!signal.aborted) setLogs({ step: 'failed', error: error as Error });
    }
  };
  return { logs, start };
}
