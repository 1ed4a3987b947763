import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  KUBECONFIG_CREDENTIAL_HEADER,
  type KubeconfigKind,
} from '@terasky/backstage-plugin-spectrocloud-common';
import contentDisposition from 'content-disposition';
import type { Request, Response } from 'express';
import { locateCluster } from '../queries/locateCluster';
import type { PaletteReader } from '../reads/PaletteReader';
import { kubeconfigFileName } from './kubeconfigFileName';
import { parseKubeconfig } from './parseKubeconfig';
import type { YamlReader } from './YamlReader';

/** Clusters without OIDC in their Kubernetes pack have no kubeconfig of their users. */
function explainMissing(error: Error): never {
  throw error instanceof NotFoundError
    ? new NotFoundError(
        'Palette has no such kubeconfig of this cluster: it is not ready, or OIDC is not set up in its Kubernetes pack',
      )
    : error;
}

/** A kubeconfig to be sent to the caller. */
export interface KubeconfigRequest {
  uid: string;
  kind: KubeconfigKind;
  projectUid?: string;
  reader: PaletteReader;
  auditor: AuditorService;
  yaml: YamlReader;
  request: Request;
  response: Response;
}

/** Sends a cluster's kubeconfig as a file: exactly the kind that was asked for, or an error. */
export async function sendKubeconfig(
  options: KubeconfigRequest,
): Promise<void> {
  const { uid, kind, reader, auditor, yaml, request, response } = options;
  const event = await auditor.createEvent({
    eventId: 'kubeconfig-download',
    severityLevel: kind === 'admin' ? 'high' : 'medium',
    request,
    meta: { instance: reader.caller.instance.name, clusterUid: uid, kind },
  });
  try {
    const projectUid = await locateCluster(reader, uid, options.projectUid);
    const sent = await reader
      .client()
      .getKubeconfig(uid, kind, projectUid)
      .catch(explainMissing);
    const { text, credential, clusterName } = await parseKubeconfig(sent, yaml);
    if (kind === 'oidc' && credential !== 'user') {
      reader.logger.warn(
        `The kubeconfig of cluster ${uid} does not sign in as its user, but with a ${credential.replace('-', ' ')}`,
      );
    }
    response.setHeader('Content-Type', 'application/yaml');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader(
      'Content-Disposition',
      contentDisposition(kubeconfigFileName(uid, kind, clusterName)),
    );
    response.setHeader(KUBECONFIG_CREDENTIAL_HEADER, credential);
    response.append(
      'Access-Control-Expose-Headers',
      `Content-Disposition, ${KUBECONFIG_CREDENTIAL_HEADER}`,
    );
    response.send(text);
    await event.success({ meta: { credential } });
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  }
}
