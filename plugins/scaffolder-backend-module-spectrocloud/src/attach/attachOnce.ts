import type {
  ApiOptions,
  ProfileChange,
  SpectroCloudApi,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { isPassing } from '../task/describeFailure';
import { describeFindings } from '../task/describeFindings';
import { oneLine } from '../task/oneLine';
import { TaskStoppedError } from '../task/TaskStoppedError';

const MAX_REASONS = 10;

/** A profile to be attached. */
export interface Attachment {
  clusterUid: string;
  profile: ProfileChange;
  /** Whether nodes of the cluster may be replaced for it. */
  allowNodeReplacement: boolean;
  reason?: string;
}

/** What an attachment needs. */
export interface AttachmentDeps {
  api: SpectroCloudApi;
  log: (line: string) => void;
  place: ApiOptions & { projectUid: string };
}

/**
 * Attaches a profile to a cluster unless it is attached.
 *
 * @returns whether this call did it
 * @throws `TaskStoppedError` for what Palette finds wrong, for nodes that would be
 * replaced where they may not, and when it can't be told whether it was attached;
 * `ResponseError` for what is refused.
 */
export async function attachOnce(
  attachment: Attachment,
  deps: AttachmentDeps,
): Promise<boolean> {
  const { api, log, place } = deps;
  const { clusterUid, profile, reason } = attachment;
  if (await isAttached(attachment, deps)) {
    log(`The profile ${profile.uid} is attached already`);
    return false;
  }
  await check(attachment, deps);
  try {
    await api.changeClusterProfiles(
      clusterUid,
      { profiles: [profile], reason },
      // Not to be given up halfway: whether it was done would be open.
      { ...place, signal: undefined },
    );
  } catch (error) {
    if (!isPassing(error)) throw error;
    if (!(await isAttached(attachment, deps))) {
      throw new TaskStoppedError(
        `Palette gave no clear answer, and the profile ${profile.uid} isn't attached so far. Start the step again: it looks first.`,
      );
    }
  }
  log(
    `Palette attaches the profile ${profile.uid} to the cluster ${clusterUid}`,
  );
  return true;
}

async function isAttached(
  { clusterUid, profile }: Attachment,
  { api, place }: AttachmentDeps,
): Promise<boolean> {
  const { spec } = await api.getCluster(clusterUid, { ...place, fresh: true });
  return spec.profiles.some(({ uid }) => uid === profile.uid);
}

async function check(
  { clusterUid, profile, allowNodeReplacement }: Attachment,
  { api, log, place }: AttachmentDeps,
): Promise<void> {
  const { valid, findings, repave } = await api.validateClusterProfiles(
    clusterUid,
    { profiles: [profile] },
    place,
  );
  if (!valid) throw new TaskStoppedError(describeFindings(findings));
  if (!repave?.required) return;
  const reasons = repave.reasons
    .slice(0, MAX_REASONS)
    .map(({ code, message }) => `- ${oneLine(message ?? code ?? '')}`);
  if (!allowNodeReplacement) {
    throw new TaskStoppedError(
      [
        'The profile would make Palette replace nodes of the cluster, which `allowNodeReplacement` does not allow:',
        ...reasons,
      ].join('\n'),
    );
  }
  log(['Palette will replace nodes of the cluster:', ...reasons].join('\n'));
}
