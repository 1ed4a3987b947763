import {
  type Entity,
  stringifyEntityRef,
  type UserEntity,
} from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  PALETTE_ANNOTATIONS,
  PALETTE_USER_ID_ANNOTATION,
  type PaletteUser,
  foldEmail,
} from '@terasky/backstage-plugin-spectrocloud-common';

/** Palette's users who are in the catalog already, by another provider. */
export interface MatchedUsers {
  /** References of their entities, by Palette's uid. */
  refs: ReadonlyMap<string, string>;
  /** Uids of those who have several: none of them can be meant, and another one would not help. */
  ambiguous: ReadonlySet<string>;
}

/**
 * Whether a User is of another provider than this one. Of two Palettes, the one whose
 * name comes first makes the entity of somebody whom both know.
 */
function isOfOthers({ metadata }: Entity, instance: string): boolean {
  const managedBy = metadata.annotations?.[PALETTE_ANNOTATIONS.managedBy];
  return managedBy === undefined || managedBy < instance;
}

/** Finds Palette's users among those of the catalog: by Palette's uid in the annotation, else by the e-mail address. */
export function matchUsers(
  users: PaletteUser[],
  entities: Entity[],
  { instance, logger }: { instance: string; logger: LoggerService },
): MatchedUsers {
  const byId = new Map<string, string[]>();
  const byEmail = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, ref: string) =>
    map.set(key, [...(map.get(key) ?? []), ref]);
  for (const entity of entities as UserEntity[]) {
    if (!isOfOthers(entity, instance)) continue;
    const ref = stringifyEntityRef(entity);
    const id = entity.metadata.annotations?.[PALETTE_USER_ID_ANNOTATION];
    const email = foldEmail(entity.spec?.profile?.email ?? '');
    if (id) add(byId, id, ref);
    else if (email) add(byEmail, email, ref);
  }
  const refs = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const { metadata, spec } of users) {
    const found =
      byId.get(metadata.uid) ??
      byEmail.get(foldEmail(spec.email ?? '') ?? '') ??
      [];
    if (found.length === 1) refs.set(metadata.uid, found[0]);
    if (found.length > 1) ambiguous.add(metadata.uid);
  }
  if (ambiguous.size > 0) {
    logger.warn(
      `${ambiguous.size} users of Palette '${instance}' are left out, since the catalog has several users for each of them`,
    );
  }
  return { refs, ambiguous };
}
