import type { ClusterProfileOfCluster } from '@terasky/backstage-plugin-spectrocloud-common';
import { distinctKeys } from '../components/distinctKeys';

/** A text of a pack: its values, or one of its manifests, which is told by itself only. */
export interface PackDocument {
  /** Profile, pack and which of its texts, for people to choose by. */
  id: string;
  text?: string;
  manifestUid?: string;
}

/** What there is to read of the packs of a cluster, for this user. */
export function packDocuments(
  profiles: ClusterProfileOfCluster[],
): PackDocument[] {
  const documents = profiles.flatMap(({ metadata, spec }) =>
    spec.packs.flatMap(({ name, values, manifests = [] }): PackDocument[] => {
      const pack = `${metadata.name} / ${name}`;
      return [
        ...(values ? [{ id: `${pack} / values.yaml`, text: values }] : []),
        ...manifests.map(manifest => ({
          id: `${pack} / ${manifest.name ?? manifest.uid}`,
          manifestUid: manifest.uid,
        })),
      ];
    }),
  );
  const ids = distinctKeys(documents.map(({ id }) => id));
  return documents.map((each, index) => ({ ...each, id: ids[index] }));
}
