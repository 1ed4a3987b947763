import type {
  AuditorService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  ClusterCreation,
  ClusterFinding,
  ClusterValidation,
  CreatedCluster,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { redactText } from '@terasky/backstage-plugin-spectrocloud-token-cache';
import type { EventsService } from '@backstage/plugin-events-node';
import type { Request } from 'express';
import { PaletteFailedError } from '../errors/PaletteErrors';
import {
  postCluster,
  postClusterValidation,
} from '../palette/endpoints/clusters';
import { UnprocessableClusterError } from '../palette/UnprocessableClusterError';
import type { V1ClusterValidation } from '../palette/v1infrastructure';
import { variableSecrets } from '../palette/variableSecrets';
import type { PaletteReader } from '../reads/PaletteReader';
import { publishClusterChange } from './publishClusterChange';

/** More than anybody reads. */
const MAX_FINDINGS = 100;

/** A cluster to be created, and where. */
export interface CreationRequest {
  creation: ClusterCreation;
  projectUid: string;
  reader: PaletteReader;
}

/** Creates a cluster, once: it is not tried again whatever happens. */
export async function createCluster(
  options: CreationRequest & {
    auditor: AuditorService;
    events: EventsService;
    request?: Request;
    /** Who acts, where there is no request: their entity ref. */
    actor?: string;
    credentials: BackstageCredentials;
  },
): Promise<CreatedCluster> {
  const { creation, projectUid, reader, auditor, events, request, actor } =
    options;
  const { cloudType, metadata, spec } = creation;
  const event = await auditor.createEvent({
    eventId: 'cluster-create',
    severityLevel: 'medium',
    request,
    meta: {
      instance: reader.caller.instance.name,
      projectUid,
      cloudType,
      name: metadata.name,
      ...(actor && { actor }),
    },
  });
  try {
    const { uid } = await postCluster(
      reader.client,
      cloudType,
      { metadata, spec },
      projectUid,
    );
    if (!uid) {
      throw new PaletteFailedError(
        'Palette did not say which cluster it created: look at the list of clusters before you try again',
      );
    }
    await event.success({ meta: { clusterUid: uid } });
    // Nobody waits for those who listen.
    void publishClusterChange(
      { events, logger: reader.logger },
      {
        instance: reader.caller.instance.name,
        projectUid,
        clusterUid: uid,
        change: 'created',
      },
    );
    return { uid };
  } catch (error) {
    await event.fail({ error: error as Error });
    throw error;
  } finally {
    // Also after a failure: Palette may have created it all the same.
    reader.forget();
  }
}

/** @throws `UnprocessableClusterError` with what Palette found, whatever status it came with. */
export async function validateCluster({
  creation,
  projectUid,
  reader,
}: CreationRequest): Promise<ClusterValidation> {
  const { cloudType, metadata, spec } = creation;
  const found = await postClusterValidation(
    reader.client,
    cloudType,
    { metadata, spec },
    projectUid,
  );
  const findings = toFindings(found, variableSecrets(spec.profiles));
  if (findings.length > 0) {
    throw new UnprocessableClusterError(findings);
  }
  return { valid: true, findings };
}

/** What Palette's validation does not accept, entry by entry, without the secrets. */
export function toFindings(
  { machinePools, profiles }: V1ClusterValidation,
  secrets: string[],
): ClusterFinding[] {
  const collect = (
    results: NonNullable<V1ClusterValidation['machinePools']>['results'] = [],
    prefix: string,
  ) =>
    results.slice(0, MAX_FINDINGS).flatMap(({ name, errors = [] }) =>
      errors.slice(0, MAX_FINDINGS).map(({ code, message }) => ({
        field: [prefix, name].filter(Boolean).join('.'),
        code,
        message: redactText(message ?? code ?? 'No reason given', { secrets }),
      })),
    );
  const findings = [
    ...collect(machinePools?.results, 'machinePools'),
    ...(profiles ?? []).flatMap(({ uid, packs }) =>
      collect(packs?.results, ['profiles', uid].filter(Boolean).join('.')),
    ),
  ];
  return findings.slice(0, MAX_FINDINGS);
}
