import { useApi } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import { useCallback, useState } from 'react';
import { usePaletteScope } from '../components/PaletteScope';
import { saveFile } from '../components/saveFile';
import type { KubeconfigVariant } from './kubeconfigChoices';

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
    async (variant: KubeconfigVariant) => {
      setDownload({ step: 'loading' });
      try {
        const { fileName, content, credential } = await api.getKubeconfig(uid, {
          ...(variant === 'direct'
            ? { kind: 'oidc' as const, direct: true }
            : { kind: variant }),
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
