import type {
  AuthService,
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type {
  CatalogService,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type {
  ClusterChangedEvent,
  PaletteUser,
  UserMissingEvent,
} from '@terasky/backstage-plugin-spectrocloud-common';
import { msBetweenRuns } from '../config/msBetweenRuns';
import type { ProviderConfig } from '../config/ProviderConfig';
import { toEntityName } from '../entities/fitting';
import { Owners } from '../entities/Owners';
import { locationOf, resourceRefOf } from '../entities/paletteMetadata';
import { toEntities } from '../entities/toEntities';
import type { PaletteEntityTransformer } from '../entities/transformers';
import { type InventoryApi, readInventory } from '../inventory/readInventory';
import type { ClusterNotifier } from '../notifications/ClusterNotifier';
import { catalogUsers } from '../people/catalogUsers';
import { matchUsers } from '../people/matchUsers';
import type { UserIds } from '../people/UserIds';
import { checkRemovals } from './checkRemovals';
import { findExisting } from './findExisting';
import { heldEntities } from './heldEntities';
import { makeWay, type Sleep, wait } from './makeWay';
import { readChangedCluster } from './readChangedCluster';
import { readMissingUser } from './readMissingUser';
import { RecentChanges } from './RecentChanges';

/** How long the Users of other providers may take at the start of a new catalog. */
const OTHERS_FIRST_MS = 15_000;

/** What a {@link PaletteEntityProvider} needs. */
export interface PaletteEntityProviderOptions {
  config: ProviderConfig;
  api: InventoryApi;
  auth: AuthService;
  catalog: CatalogService;
  logger: LoggerService;
  transformers: PaletteEntityTransformer[];
  /** Is told of the users whom a run has read. */
  userIds: UserIds;
  /** Is told of what a run has read. */
  notifier: Pick<ClusterNotifier, 'notify'>;
  /** One replica at a time. */
  taskRunner: SchedulerServiceTaskRunner;
  /** Waits between two looks; for tests. */
  sleep?: Sleep;
  /** The clock, in milliseconds; for tests. */
  now?: () => number;
}

/** Keeps the catalog's entities of one Palette. */
export class PaletteEntityProvider implements EntityProvider {
  readonly #options: PaletteEntityProviderOptions;
  readonly #owners: Owners;
  readonly #recent = new RecentChanges();
  #connection?: EntityProviderConnection;
  #connectedAt = 0;

  constructor(options: PaletteEntityProviderOptions) {
    const { config, logger } = options;
    this.#options = options;
    this.#owners = new Owners({
      config,
      logger,
      find: async refs => findExisting(options, refs),
    });
  }

  getProviderName(): string {
    return locationOf(this.#options.config);
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    this.#connectedAt = this.#now();
    const { logger, taskRunner } = this.#options;
    const name = this.getProviderName();
    await taskRunner.run({
      id: `catalog-${name.replace(':', '-')}`,
      fn: async signal => {
        try {
          const created = await this.run(connection, signal);
          await makeWay(created, {
            ...this.#options,
            match: async users => this.#match(users),
            runAgain: async () => this.run(connection, signal),
            nextRunMs: msBetweenRuns(this.#options.config) ?? Infinity,
            signal,
          });
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
   * @returns the users whom the catalog had in no way before
   * @throws what `readInventory` and `checkRemovals` throw; nothing has changed then
   */
  async run(
    connection: EntityProviderConnection,
    signal?: AbortSignal,
  ): Promise<PaletteUser[]> {
    const { api, auth, catalog, config, logger, notifier, userIds } =
      this.#options;
    const locationKey = this.getProviderName();
    const begun = this.#recent.begin();
    const inventory = await readInventory(api, config, signal);
    const credentials = await auth.getOwnServiceCredentials();
    const { users } = inventory;
    if (config.kinds.has('users')) userIds.note(users);
    const matched = await this.#match(users);
    const made = await toEntities(inventory, {
      ...this.#options,
      owners: this.#owners,
      matched,
    });
    const entities = this.#recent.applyTo(made, begun);
    const held = await heldEntities(catalog, locationKey, credentials);
    checkRemovals(held, entities, {
      maxShare: config.maxRemovedShare,
      key: `catalog.providers.spectrocloud.${config.instance}.maxRemovedShare`,
      replaced: [...matched.refs.keys(), ...matched.ambiguous].map(
        toEntityName,
      ),
    });
    await connection.applyMutation({
      type: 'full',
      entities: entities.map(entity => ({ entity, locationKey })),
    });
    logger.info(
      `Read ${entities.length} entities of Palette '${config.instance}' (${held.length} before)`,
    );
    await notifier.notify(inventory.clusters, entities);
    const names = new Set(held.map(({ metadata }) => metadata.name));
    return users.filter(
      ({ metadata: { uid } }) =>
        !matched.refs.has(uid) &&
        !matched.ambiguous.has(uid) &&
        !names.has(toEntityName(uid)),
    );
  }

  /** Adds a user who is signing in and whom no run has read yet. */
  async addUser(event: UserMissingEvent): Promise<void> {
    const { config } = this.#options;
    if (
      event.environment !== config.authEnvironment ||
      !config.kinds.has('users')
    ) {
      return;
    }
    await this.#letOthersComeFirst();
    const entity = await readMissingUser(event, {
      ...this.#options,
      owners: this.#owners,
      match: async user => this.#match([user], user),
    });
    if (entity) await this.#add(entity);
  }

  /** Adds, brings up to date, or removes a cluster that was changed through the `spectrocloud` plugin. */
  async updateCluster(event: ClusterChangedEvent): Promise<void> {
    const { config } = this.#options;
    if (event.instance !== config.instance || !config.kinds.has('clusters')) {
      return;
    }
    const entity = await readChangedCluster(event, {
      ...this.#options,
      owners: this.#owners,
      findUids: async uids => {
        const refOf = (uid: string) => resourceRefOf(config, uid);
        const found = await findExisting(this.#options, uids.map(refOf));
        return uids.filter(uid => found.has(refOf(uid)));
      },
    });
    if (entity) {
      await this.#add(entity);
    } else {
      await this.#remove(resourceRefOf(config, event.clusterUid));
    }
  }

  #now(): number {
    const { now = () => performance.now() } = this.#options;
    return now();
  }

  /** In a new catalog, a User made for somebody whom another provider is about to bring is taken back soon: who signed in as the one would have to sign in again as the other. */
  async #letOthersComeFirst(): Promise<void> {
    const left = this.#connectedAt + OTHERS_FIRST_MS - this.#now();
    if (left <= 0) return;
    const { auth, catalog, sleep = wait } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const name = this.getProviderName();
    const held = await heldEntities(catalog, name, credentials);
    if (held.length === 0) await sleep(left);
  }

  /** @param only - whom to look for, else everybody */
  async #match(users: PaletteUser[], only?: PaletteUser) {
    const { auth, catalog, config, logger } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const known =
      users.length > 0 ? await catalogUsers(catalog, credentials, only) : [];
    return matchUsers(users, known, { instance: config.instance, logger });
  }

  async #add(entity: Entity): Promise<void> {
    const locationKey = this.getProviderName();
    this.#recent.noteAdded(entity);
    await this.#connection?.applyMutation({
      type: 'delta',
      added: [{ entity, locationKey }],
      removed: [],
    });
    this.#options.logger.info(`Added ${stringifyEntityRef(entity)}`);
  }

  async #remove(entityRef: string): Promise<void> {
    const locationKey = this.getProviderName();
    this.#recent.noteRemoved(entityRef);
    await this.#connection?.applyMutation({
      type: 'delta',
      added: [],
      removed: [{ entityRef, locationKey }],
    });
    this.#options.logger.info(`Removed ${entityRef}`);
  }
}
