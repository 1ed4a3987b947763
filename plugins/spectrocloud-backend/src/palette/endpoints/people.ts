import type { PaletteClient } from '../PaletteClient';
import { palettePath } from '../palettePath';
import type { V1Team, V1TeamSummary, V1UserSummary } from '../v1';

/** The tenant's users with their teams, in one answer; or those of one e-mail address. */
export async function fetchUserSummaries(
  client: PaletteClient,
  email?: string,
): Promise<V1UserSummary[]> {
  return client.items({
    method: 'POST',
    path: palettePath`/v1/users/summary`,
    body: { filter: email ? { emailId: { eq: email } } : {} },
  });
}

/** The tenant's teams with their members, in one answer. */
export async function fetchTeamSummaries(
  client: PaletteClient,
): Promise<V1TeamSummary[]> {
  return client.items({
    method: 'POST',
    path: palettePath`/v1/teams/summary`,
    body: { filter: {} },
  });
}

/** The tenant's teams with the uids of their members, page by page. */
export async function fetchTeams(client: PaletteClient): Promise<V1Team[]> {
  return client.pages({ path: palettePath`/v1/teams` });
}
