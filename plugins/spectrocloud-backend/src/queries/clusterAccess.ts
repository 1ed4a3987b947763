import type {
  ClusterNamespace,
  ClusterRoleBinding,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { toNamespace, toRoleBindings } from '../mapping/clusterAccess';
import {
  fetchNamespaces,
  fetchRbacs,
} from '../palette/endpoints/clusterAccess';
import type { PaletteReader } from '../reads/PaletteReader';
import { getMe } from './getMe';
import { readClusterPart } from './readClusterPart';

/** The namespaces that Palette sets up in a cluster. */
export async function listNamespaces(
  reader: PaletteReader,
  uid: string,
  projectUid?: string,
): Promise<ClusterNamespace[]> {
  return readClusterPart(
    reader,
    {
      operation: 'cluster-namespaces',
      fetch: fetchNamespaces,
      map: namespaces =>
        namespaces.map(toNamespace).filter(({ name }) => name !== ''),
    },
    uid,
    projectUid,
  );
}

/**
 * Who has which role where in a cluster. Users are named by their e-mail
 * addresses, which whoever may not see people is told of themselves only.
 */
export async function listRoleBindings(
  reader: PaletteReader,
  uid: string,
  options: { seesPeople: boolean; projectUid?: string },
): Promise<ClusterRoleBinding[]> {
  const bindings = await readClusterPart(
    reader,
    {
      operation: 'cluster-rolebindings',
      fetch: fetchRbacs,
      map: rbacs => rbacs.flatMap(toRoleBindings),
    },
    uid,
    options.projectUid,
  );
  if (options.seesPeople) return bindings;
  const { email } = await getMe(reader);
  const isSelf = (name = '') => name.toLowerCase() === email?.toLowerCase();
  return bindings.map(binding => ({
    ...binding,
    subjects: binding.subjects.map(subject =>
      subject.kind !== 'User' || isSelf(subject.name)
        ? subject
        : { ...subject, name: undefined },
    ),
  }));
}
