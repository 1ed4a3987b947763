import type { LoggerService } from '@backstage/backend-plugin-api';
import type { KubernetesAccess } from '@terasky/backstage-plugin-spectrocloud-common';
import { kubernetesAccessSchema } from '@terasky/backstage-plugin-spectrocloud-common/schemas';
import pTimeout from 'p-timeout';
import {
  type Knex,
  type PluginDatabase,
  wordsOfDatabase,
} from '../database/PluginDatabase';
import type { ClusterKey } from './ClusterKey';

const TABLE = 'spectrocloud_kubernetes_access';
const TIMEOUT_MS = 3_000;
/** A database that is away isn't asked for a while. */
const RETRY_AFTER_MS = 60_000;
/** Of clusters that nobody sees any more. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

/** What was read of a cluster, by this process or another. */
export interface SavedAccess {
  key: ClusterKey;
  access: KubernetesAccess;
  /** In milliseconds since 1970, by the clock of who read it. */
  readAt: number;
}

interface Row {
  palette: string;
  tenant_uid: string;
  cluster_uid: string;
  access: string;
  read_at: number | string;
}

/**
 * Endpoint, CA and OIDC client of clusters in the plugin's own database, for what starts
 * after this process and for what runs beside it. It spares calls of Palette, and nothing
 * depends on it: where the database can't be asked, there is nothing in it.
 */
export class AccessTable {
  readonly #database: PluginDatabase;
  readonly #logger: LoggerService;
  readonly #now: () => number;
  #ready?: Promise<Knex>;
  #awayUntil = 0;

  constructor(options: {
    database: PluginDatabase;
    logger: LoggerService;
    /** The clock, in milliseconds since 1970; for tests. */
    now?: () => number;
  }) {
    this.#database = options.database;
    this.#logger = options.logger;
    this.#now = options.now ?? Date.now;
  }

  /** What was read since then of the clusters of a tenant. */
  async list(
    { palette, tenantUid }: Omit<ClusterKey, 'uid'>,
    since: number,
  ): Promise<SavedAccess[]> {
    const rows = await this.#run(knex =>
      knex<Row>(TABLE)
        .where({ palette, tenant_uid: tenantUid })
        .andWhere('read_at', '>=', since)
        .select(),
    );
    return (rows ?? []).flatMap(toSaved);
  }

  /** What was read of a cluster. */
  async find(key: ClusterKey): Promise<SavedAccess | undefined> {
    const rows = await this.#run(knex =>
      knex<Row>(TABLE).where(columnsOf(key)).select(),
    );
    return (rows ?? []).flatMap(toSaved)[0];
  }

  /** Saves it in place of what was there. */
  async save({ key, access, readAt }: SavedAccess): Promise<void> {
    const columns = columnsOf(key);
    const row = { ...columns, access: JSON.stringify(access), read_at: readAt };
    await this.#run(knex =>
      knex<Row>(TABLE)
        .insert(row)
        .onConflict(['palette', 'tenant_uid', 'cluster_uid'])
        .merge(),
    );
  }

  /** Removes a cluster at which users can't sign in, or no longer. */
  async remove(key: ClusterKey): Promise<void> {
    await this.#run(knex => knex<Row>(TABLE).where(columnsOf(key)).delete());
  }

  async #run<T>(work: (knex: Knex) => PromiseLike<T>): Promise<T | undefined> {
    if (this.#now() < this.#awayUntil) return undefined;
    try {
      return await pTimeout(this.#connect().then(work), {
        milliseconds: TIMEOUT_MS,
        message: `no answer within ${TIMEOUT_MS} ms`,
      });
    } catch (error) {
      this.#awayUntil = this.#now() + RETRY_AFTER_MS;
      const words = wordsOfDatabase(error);
      this.#logger.warn(
        `How the Kubernetes APIs of clusters are reached is kept in memory only, since the database of the plugin can't be used: ${words}`,
      );
      return undefined;
    }
  }

  #connect(): Promise<Knex> {
    this.#ready ??= this.#prepare().catch(error => {
      this.#ready = undefined;
      throw error;
    });
    return this.#ready;
  }

  async #prepare(): Promise<Knex> {
    const knex = await this.#database.connect();
    await knex<Row>(TABLE)
      .where('read_at', '<', this.#now() - KEPT_MS)
      .delete();
    return knex;
  }
}

function columnsOf({ palette, tenantUid, uid }: ClusterKey) {
  return { palette, tenant_uid: tenantUid, cluster_uid: uid };
}

/** None where somebody else wrote something else. */
function toSaved(row: Row): SavedAccess[] {
  let access: unknown;
  try {
    access = JSON.parse(row.access);
  } catch {
    return [];
  }
  const parsed = kubernetesAccessSchema.safeParse(access);
  const key = {
    palette: row.palette,
    tenantUid: row.tenant_uid,
    uid: row.cluster_uid,
  };
  return parsed.success
    ? [{ key, access: parsed.data, readAt: Number(row.read_at) }]
    : [];
}
