import { useApi } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import type { KubeconfigKind } from '@terasky/backstage-plugin-spectrocloud-common';
import { useCallback, useState } from 'react';
import { usePaletteScope } from '../components/PaletteScope';
import { saveFile } from '../components/saveFile';

/** How far a download is. */
export type Download =
  | { step: 'idle' }
  | { step: 'loading' }
  | { step: 'done'; fileName: string; shared: boolean }
  | { step: 'failed'; error: Error };

/** Downloads a cluster's kubeconfig as a file. */
export function useKubeconfig(uid: string) {
  const api = useApi(spectroCloudApiRef);
  const { instance, projectUid } = usePaletteScope();
  const [download, setDownload] = useState<Download>({ step: 'idle' });
  const start = useCallback(
    async (kind: KubeconfigKind) => {
      setDownload({ step: 'loading' });
      try {
        const { fileName, content, credential } = await api.getKubeconfig(uid, {
          kind,
          instance,
          projectUid,
        });
        saveFile(fileName, content);
        const shared = credential?.startsWith('shared') ?? false;
        setDownload({ step: 'done', fileName, shared });
      } catch (error) {
        setDownload({ step: 'failed', error: error as Error });
      }
    },
    [api, uid, instance, projectUid],
  );
  return { download, start };
}
