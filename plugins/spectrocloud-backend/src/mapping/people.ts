import type {
  PaletteTeam,
  PaletteUser,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { V1Team, V1TeamSummary, V1UserSummary } from '../palette/v1';
import { toReferences, toRowMetadata } from './common';

/** A user; each field is named, since Palette's answer has a way into the account as well. */
export function toUser({ metadata, spec, status }: V1UserSummary): PaletteUser {
  return {
    metadata: toRowMetadata(metadata),
    spec: {
      email: spec?.emailId,
      firstName: spec?.firstName,
      lastName: spec?.lastName,
      teams: toReferences(spec?.teams),
    },
    status: { isActive: status?.isActive },
  };
}

/** A team whose members have names. */
export function toTeamOfSummary({
  metadata,
  spec,
}: V1TeamSummary): PaletteTeam {
  return {
    metadata: toRowMetadata(metadata),
    spec: { userUids: toReferences(spec?.users).map(({ uid }) => uid) },
  };
}

/** A team that has the uids of its members only. */
export function toTeam({ metadata, spec }: V1Team): PaletteTeam {
  return {
    metadata: toRowMetadata(metadata),
    spec: { userUids: spec?.users ?? [] },
  };
}
