import type {
  PaletteTeam,
  PaletteUser,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { PaletteInternalError } from '../errors/PaletteErrors';
import { toTeam, toTeamOfSummary, toUser } from '../mapping/people';
import {
  fetchTeams,
  fetchTeamSummaries,
  fetchUserSummaries,
} from '../palette/endpoints/people';
import { fetchUser } from '../palette/endpoints/users';
import type { PaletteReader } from '../reads/PaletteReader';

/** The tenant's users. */
export async function listUsers(reader: PaletteReader): Promise<PaletteUser[]> {
  return reader.list('users', [], async shared =>
    (await fetchUserSummaries(shared.client)).map(toUser),
  );
}

/** One of them, with the teams that only the summary names. */
export async function getUser(
  reader: PaletteReader,
  uid: string,
): Promise<PaletteUser> {
  return reader.one('user', [uid], async ({ client }) => {
    const user = await fetchUser(client, uid);
    const email = user.spec?.emailId;
    const summaries = email ? await fetchUserSummaries(client, email) : [];
    const summary = summaries.find(({ metadata }) => metadata?.uid === uid);
    return toUser({ ...user, ...summary });
  });
}

/** The tenant's teams. */
export async function listTeams(reader: PaletteReader): Promise<PaletteTeam[]> {
  return reader.list('teams', [], async ({ client }) => {
    try {
      return (await fetchTeamSummaries(client)).map(toTeamOfSummary);
    } catch (error) {
      if (!(error instanceof PaletteInternalError)) throw error;
      // A Palette before 4.9.38 fails at the summary where a member has been deleted.
      return (await fetchTeams(client)).map(toTeam);
    }
  });
}
