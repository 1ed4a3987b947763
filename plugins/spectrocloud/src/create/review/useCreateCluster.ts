import { useApi } from '@backstage/frontend-plugin-api';
import { spectroCloudApiRef } from '@terasky/backstage-plugin-spectrocloud-auth';
import {
  type ClusterCreation,
  type ClusterFinding,
  findingsOf,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { useRef, useState } from 'react';

/** How far a creation is. */
export type CreationState =
  | { step: 'idle' }
  | { step: 'creating' }
  /** Nothing was created. */
  | { step: 'refused'; error: Error }
  /** No answer that says whether something was. */
  | { step: 'unknown'; error: Error }
  | { step: 'created'; uid: string };

/** Answers with which Palette, or the back end before it, says that nothing was created. */
const REFUSALS = [400, 401, 403, 404, 409, 413, 422, 429];

function isRefusal(error: Error): boolean {
  const status = 'statusCode' in error ? Number(error.statusCode) : NaN;
  const isDeclined = /^(ReauthenticationDeclined|Rejected)Error$/.test(
    error.name,
  );
  return REFUSALS.includes(status) || isDeclined;
}

/** Creates a cluster, once: a second click while the first is under way does nothing. */
export function useCreateCluster(options: {
  onCreated: (uid: string) => void;
  onFindings: (findings: ClusterFinding[]) => void;
}) {
  const api = useApi(spectroCloudApiRef);
  const [state, setState] = useState<CreationState>({ step: 'idle' });
  const busy = useRef(false);
  const create = async (
    creation: ClusterCreation,
    scope: { instance?: string; projectUid: string },
  ) => {
    if (busy.current) return;
    busy.current = true;
    setState({ step: 'creating' });
    try {
      const { cloudType, ...cluster } = creation;
      const { uid } = await (cloudType === 'virtual'
        ? api.createVirtualCluster(cluster, scope)
        : api.createCluster(creation, scope));
      // It stays busy: what is created is not created again.
      setState({ step: 'created', uid });
      options.onCreated(uid);
    } catch (caught) {
      const error = caught as Error;
      const findings = findingsOf(error);
      if (findings) options.onFindings(findings);
      const isRefused = findings !== undefined || isRefusal(error);
      setState({ step: isRefused ? 'refused' : 'unknown', error });
      busy.current = !isRefused;
    }
  };
  /** After the user has looked whether there is a cluster. */
  const release = () => {
    busy.current = false;
    setState({ step: 'idle' });
  };
  return { state, create, release };
}
