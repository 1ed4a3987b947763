import { KUBECONFIG_CREDENTIAL_HEADER } from '../names';
import { type PaletteFile, readFile } from './file';

/** A downloaded kubeconfig. @public */
export interface Kubeconfig extends PaletteFile {
  /** `user`, or `shared-token` / `shared-certificate` when everybody who holds it has the same access. */
  credential?: string;
}

/** Reads the answer of a kubeconfig route. */
export async function readKubeconfig(response: Response): Promise<Kubeconfig> {
  return {
    ...(await readFile(response, 'kubeconfig.yaml')),
    credential: response.headers.get(KUBECONFIG_CREDENTIAL_HEADER) ?? undefined,
  };
}
