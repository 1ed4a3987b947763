import type { Entity } from '@backstage/catalog-model';
import type {
  PaletteUser,
  UserMissingEvent,
} from '@terasky/backstage-plugin-spectrocloud-common';
import type { ProviderConfig } from '../config/ProviderConfig';
import type { Owners } from '../entities/Owners';
import { toEntities } from '../entities/toEntities';
import type { PaletteEntityTransformer } from '../entities/transformers';
import type { InventoryApi } from '../inventory/readInventory';
import { isWantedUser } from '../inventory/selectWanted';
import type { MatchedUsers } from '../people/matchUsers';

/**
 * The entity of one user, by what Palette says of them: an event is only a reason to ask.
 *
 * @param options - `match` finds the user in the catalog
 * @returns undefined for somebody of another tenant, who is not wanted, and whom the catalog has already
 */
export async function readMissingUser(
  { userUid, tenantUid }: Omit<UserMissingEvent, 'environment'>,
  options: {
    api: InventoryApi;
    config: ProviderConfig;
    owners: Owners;
    transformers: PaletteEntityTransformer[];
    match(user: PaletteUser): Promise<MatchedUsers>;
  },
): Promise<Entity | undefined> {
  const { api, config } = options;
  const { instance, kinds } = config;
  const me = await api.getMe({ instance });
  if (me.tenantUid !== tenantUid) return undefined;
  const user = await api.getUser(userUid, { instance });
  if (user.metadata.uid !== userUid || !isWantedUser(config, user)) {
    return undefined;
  }
  const teams = kinds.has('teams') ? user.spec.teams : [];
  const entities = await toEntities(
    {
      tenantUid,
      projects: [],
      allProjects: [],
      clusters: [],
      clusterGroups: [],
      profiles: [],
      users: [user],
      teams: teams.map(({ uid, name = uid }) => ({
        metadata: { uid, name },
        spec: { userUids: [userUid] },
      })),
    },
    { ...options, matched: await options.match(user) },
  );
  return entities.find(({ kind }) => kind === 'User');
}
