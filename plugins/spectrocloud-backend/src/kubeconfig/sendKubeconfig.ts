import type { AuditorService } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  KUBECONFIG_CREDENTIAL_HEADER,
  type KubeconfigKind,
  spectroCloudClusterDownloadAdminKubeconfigPermission,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { create as contentDisposition } from 'content-disposition';
import type { Request, Response } from 'express';
import { locateCluster } from '../queries/locateCluster';
import type { Rights } from '../permissions/PermissionGate';
import type { PaletteReader } from '../reads/PaletteReader';
import { getKubeconfig } from './getKubeconfig';
import { kubeconfigFileName } from './kubeconfigFileName';
import { parseKubeconfig } from './parseKubeconfig';
import type { YamlReader } from './YamlReader';

/** A kubeconfig to be sent to the caller. */
export interface KubeconfigRequest {
  uid: string;
  kind: KubeconfigKind;
  /** Never through Palette's proxy. */
  direct: boolean;
  projectUid?: string;
  reader: PaletteReader;
  auditor: AuditorService;
  yaml: YamlReader;
  request: Request;
  response: Response;
  /** Whether the caller has the administrators' permission is among them. */
  rights: Rights;
}

/** Whatever Palette calls it: what signs everybody in alike is the administrators'. */
function requireShared(rights: Rights): void {
  const permission = spectroCloudClusterDownloadAdminKubeconfigPermission;
  if (!rights.allows(permission)) {
    throw new NotAllowedError(
      `This cluster's kubeconfig signs in everybody who holds it as the same user, so it takes the permission '${permission.name}': ask your Backstage administrator for it, or have OIDC set up in the cluster's Kubernetes pack to sign in as yourself`,
    );
  }
}

/**
 * Sends a cluster's kubeconfig as a file: exactly the kind that was asked for,
 * or an error.
 *
 * @throws `NotAllowedError` when it signs in everybody alike, and is only for administrators.
 */
export async function sendKubeconfig(
  options: KubeconfigRequest,
): Promise<void> {
  const {
    uid,
    kind,
    direct,
    reader,
    auditor,
    yaml,
    request,
    response,
    rights,
  } = options;
  const event = await auditor.createEvent({
    eventId: 'kubeconfig-download',
    severityLevel: kind === 'admin' ? 'high' : 'medium',
    request,
    meta: { instance: reader.caller.instance.name, clusterUid: uid, kind },
  });
  try {
    const projectUid = await locateCluster(reader, uid, options.projectUid);
    const sent = await getKubeconfig(reader.client, kind, uid, {
      projectUid,
      direct,
    });
    const { text, credential, clusterName } = await parseKubeconfig(
      sent,
      yaml.of(reader.caller.queueKey),
    );
    if (kind === 'oidc' && credential !== 'user') {
      requireShared(rights);
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
