import type {
  AuthService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type {
  CatalogService,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { ProviderConfig } from '../config/ProviderConfig';
import { Owners } from '../entities/Owners';
import { locationOf } from '../entities/paletteMetadata';
import { toEntities } from '../entities/toEntities';
import type { PaletteEntityTransformer } from '../entities/transformers';
import { type InventoryApi, readInventory } from '../inventory/readInventory';
import { checkRemovals } from './checkRemovals';
import { heldEntities } from './heldEntities';

/** What a {@link PaletteEntityProvider} needs. */
export interface PaletteEntityProviderOptions {
  config: ProviderConfig;
  api: InventoryApi;
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  transformers: PaletteEntityTransformer[];
  /** One replica at a time. */
  taskRunner: SchedulerServiceTaskRunner;
}

/** Keeps the catalog's entities of one Palette. */
export class PaletteEntityProvider implements EntityProvider {
  readonly #options: PaletteEntityProviderOptions;
  readonly #owners: Owners;

  constructor(options: PaletteEntityProviderOptions) {
    const { auth, catalog, config, logger } = options;
    this.#options = options;
    this.#owners = new Owners({
      config,
      logger,
      async find(refs) {
        const credentials = await auth.getOwnServiceCredentials();
        const { items } = await catalog.getEntitiesByRefs(
          { entityRefs: refs, fields: ['kind', 'metadata.name'] },
          { credentials },
        );
        return new Set(refs.filter((_, index) => items[index]));
      },
    });
  }

  getProviderName(): string {
    return locationOf(this.#options.config);
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const { logger, taskRunner } = this.#options;
    const name = this.getProviderName();
    await taskRunner.run({
      id: `catalog-${name.replace(':', '-')}`,
      fn: async signal => {
        try {
          await this.run(connection, signal);
        } catch (error) {
          logger.error(
            `The catalog keeps its entities of ${name} as they are: ${stringifyError(error)}`,
          );
        }
      },
    });
  }

  /**
   * Reads Palette and replaces what the catalog has of it.
   *
   * @throws what `readInventory` and `checkRemovals` throw; nothing has changed then
   */
  async run(
    connection: EntityProviderConnection,
    signal?: AbortSignal,
  ): Promise<void> {
    const { api, auth, catalog, config, logger, transformers } = this.#options;
    const locationKey = this.getProviderName();
    const inventory = await readInventory(api, config, signal);
    const entities = await toEntities(inventory, {
      config,
      owners: this.#owners,
      transformers,
    });
    const held = await heldEntities(
      catalog,
      locationKey,
      await auth.getOwnServiceCredentials(),
    );
    checkRemovals(held, entities, {
      maxShare: config.maxRemovedShare,
      key: `catalog.providers.spectrocloud.${config.instance}.maxRemovedShare`,
    });
    await connection.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({ entity, locationKey })),
    });
    logger.info(
      `Read ${entities.length} entities of Palette '${config.instance}' (${held.length} before)`,
    );
  }
}
