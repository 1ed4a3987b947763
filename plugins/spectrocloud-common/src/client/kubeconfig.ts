import { KUBECONFIG_CREDENTIAL_HEADER } from '../names';

/** A downloaded kubeconfig. @public */
export interface Kubeconfig {
  /** A safe name for the file. */
  fileName: string;
  /** The file. */
  content: Blob;
  /** `user`, or `shared-token` / `shared-certificate` when everybody who holds it has the same access. */
  credential?: string;
}

const FALLBACK_NAME = 'kubeconfig.yaml';

function fileNameOf(response: Response): string {
  const disposition = response.headers.get('Content-Disposition') ?? '';
  // The backend sends names of letters, digits, dots and dashes only.
  return (
    /filename="?([A-Za-z0-9_][A-Za-z0-9._-]*)"?(?:;|$)/.exec(
      disposition,
    )?.[1] ?? FALLBACK_NAME
  );
}

/** Reads the answer of a kubeconfig route. */
export async function readKubeconfig(response: Response): Promise<Kubeconfig> {
  return {
    fileName: fileNameOf(response),
    credential: response.headers.get(KUBECONFIG_CREDENTIAL_HEADER) ?? undefined,
    content: await response.blob(),
  };
}
