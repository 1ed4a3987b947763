import type { Entity, UserEntity } from '@backstage/catalog-model';
import type {
  CatalogProcessor,
  CatalogProcessorCache,
} from '@backstage/plugin-catalog-node';
import { PALETTE_USER_ID_ANNOTATION } from '@terasky/backstage-plugin-spectrocloud-common';
import type { UserIds } from './UserIds';

const CACHE_KEY = 'user-id';

/**
 * Writes Palette's uid into the Users that other providers make, by their e-mail
 * addresses. It remembers with each entity what it wrote: while Palette can't be asked,
 * the entity stays as it is.
 */
export class PaletteUserProcessor implements CatalogProcessor {
  readonly #palettes: UserIds[];

  constructor(palettes: UserIds[]) {
    this.#palettes = palettes;
  }

  getProcessorName(): string {
    return 'spectrocloud-users';
  }

  async preProcessEntity(
    entity: Entity,
    _location: unknown,
    _emit: unknown,
    _originLocation: unknown,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const { annotations } = entity.metadata;
    if (entity.kind !== 'User' || annotations?.[PALETTE_USER_ID_ANNOTATION]) {
      return entity;
    }
    const uid = await this.#uidOf(entity as UserEntity, cache);
    if (!uid) return entity;
    await cache.set(CACHE_KEY, uid);
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: { ...annotations, [PALETTE_USER_ID_ANNOTATION]: uid },
      },
    };
  }

  async #uidOf(
    { spec }: UserEntity,
    cache: CatalogProcessorCache,
  ): Promise<string | undefined> {
    const email = spec?.profile?.email;
    if (!email) return undefined;
    const answers = this.#palettes.map(palette => palette.of(email));
    const uid = answers.find(answer => answer?.uid)?.uid;
    const written = await cache.get<string>(CACHE_KEY);
    if (uid || !answers.every(Boolean)) return uid || written;
    if (written) await cache.set(CACHE_KEY, '');
    return undefined;
  }
}
