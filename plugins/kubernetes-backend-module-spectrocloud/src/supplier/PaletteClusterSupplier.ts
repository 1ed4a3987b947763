import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  ClusterDetails,
  KubernetesClustersSupplier,
} from '@backstage/plugin-kubernetes-node';
import type { CallerClusters } from './CallerClusters';
import { withUniqueNames } from './toClusterDetails';

/** What a {@link PaletteClusterSupplier} needs. */
export interface PaletteClusterSupplierOptions {
  auth: AuthService;
  /** The supplier that was there without this one. */
  others: KubernetesClustersSupplier;
  /** One for each Palette. */
  palettes: CallerClusters[];
}

/** The clusters that there are anyway, and those of Palette that the caller may see. */
export class PaletteClusterSupplier implements KubernetesClustersSupplier {
  readonly #options: PaletteClusterSupplierOptions;

  constructor(options: PaletteClusterSupplierOptions) {
    this.#options = options;
  }

  async getClusters(options: {
    credentials: BackstageCredentials;
  }): Promise<ClusterDetails[]> {
    const { auth, others, palettes } = this.#options;
    const { credentials } = options;
    // At the start, and in tasks, the plugin asks for itself: nobody signs in then.
    if (!auth.isPrincipal(credentials, 'user')) {
      return others.getClusters(options);
    }
    const [known, ...lists] = await Promise.all([
      others.getClusters(options),
      ...palettes.map(palette => palette.of(credentials)),
    ]);
    const clusters = lists.flatMap(list => list.clusters);
    return [
      ...known,
      ...withUniqueNames(
        clusters,
        known.map(({ name }) => name),
      ),
    ];
  }
}
